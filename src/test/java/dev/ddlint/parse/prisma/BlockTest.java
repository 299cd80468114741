package dev.ddlint.parse.prisma;

import static dev.ddlint.parse.prisma.Snippet.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockTest {

  @Test
  void readsEachKindOfBlock() {
    PrismaFile file = readCleanly("""
        datasource db {
          provider = "postgresql"
          url      = env("DATABASE_URL")
        }
        generator my-client {
          previewFeatures = ["views", "partialIndexes"]
        }
        model User {
          id Int @id
        }
        view Seen {
          id Int @unique
        }
        type Address {
          street String
        }
        enum Role {
          ADMIN @map("admin") // the boss
          USER
          @@map("roles")
        }
        """);

    assertThat(file.blocks()).extracting(b -> b.name().text()).containsExactly("db", "my-client", "User", "Seen",
        "Address", "Role");
    assertThat(file.blocks(Model.class)).extracting(Model::isView).containsExactly(false, true);
    assertThat(file.blocks(CompositeType.class).getFirst().fields()).hasSize(1);
  }

  @Test
  void readsAssignments() {
    Datasource db = readCleanly("datasource db {\n url = env(\"X\")\n relationMode = \"prisma\"\n}").blocks(
        Datasource.class).getFirst();

    assertThat(db.value("url")).get().isInstanceOf(Expression.FunctionCall.class);
    assertThat(db.value("relationMode")).get().isInstanceOfSatisfying(Expression.StringLiteral.class,
        mode -> assertThat(mode.value()).isEqualTo("prisma"));
    assertThat(db.value("provider")).isEmpty();
  }

  @Test
  void readsEnums() {
    EnumBlock role = readCleanly("enum Role {\n  ADMIN @map(\"admin\")\n  USER\n  @@map(\"roles\")\n}").blocks(
        EnumBlock.class).getFirst();

    assertThat(role.values()).extracting(v -> v.name().text()).containsExactly("ADMIN", "USER");
    assertThat(role.values().getFirst().attribute("map")).isPresent();
    assertThat(role.attribute("map")).isPresent();
  }

  @Test
  void aBlockSpansFromKeywordToBrace() {
    PrismaFile file = readCleanly("/// doc\nmodel A { // c\n  id Int @id\n} // end\n");

    assertThat(text(file, file.blocks().getFirst())).isEqualTo("model A { // c\n  id Int @id\n}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsAnyLineEnd(String end) {
    PrismaFile file = readCleanly(
        String.join(end, "model A {", "  id Int @id", "", "  b Int", "}", "enum E {", "  X", "}"));

    assertThat(file.blocks(Model.class).getFirst().fields()).hasSize(2);
    assertThat(file.blocks(EnumBlock.class)).hasSize(1);
  }

  @Test
  void aBlockMayBeginBehindABrace() {
    assertThat(readCleanly("model A {\n id Int\n} model B {\n id Int\n}").blocks()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "// nothing", "\uFEFF", "/* a\n b */"})
  void aFileMayBeEmpty(String text) {
    assertThat(readCleanly(text).blocks()).isEmpty();
  }
}
