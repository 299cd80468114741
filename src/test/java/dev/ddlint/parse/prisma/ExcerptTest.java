package dev.ddlint.parse.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.text.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
  private static final String SCHEMA = """
      datasource db {
        provider = "postgresql"
      }

      /// Who pays.
      model Team {
        id    Int    @id
        users User[]
        bills Bill[]
        kind  Kind
        @@map("teams")
      }

      model User {
        id     Int   @id
        teamId Int
        team   Team  @relation(fields: [teamId], references: [id])
        logins Login[]
      }

      model Login {
        id     Int  @id
        userId Int
        user   User @relation(fields: [userId], references: [id])
        how    Way
      }

      model Bill {
        id     Int  @id
        teamId Int
        team   Team @relation(fields: [teamId], references: [id])
        state  State
      }

      enum Kind {
        FREE
        PAID
      }

      enum Way {
        KEY
      }

      enum State {
        OPEN
      }
      """;

  @Test
  void aTableNeedsItsModelWithThoseThatItNames() {
    PrismaFile part = read(SCHEMA, Set.of("User"), false);
    assertThat(names(part)).containsExactly("db", "Team", "User", "Login", "Kind", "Way");
    assertThat(fields(part, "User")).containsExactly("id", "teamId", "team", "logins");
    assertThat(fields(part, "Team")).as("without its relation to a model that is left out").containsExactly("id",
        "users", "kind");
  }

  @Test
  void whatIsReadStandsWhereItStands() {
    SourceFile file = new SourceFile("schema.prisma", SCHEMA);
    List<Block> all = PrismaReader.read(file).blocks();
    PrismaFile part = Excerpt.of(List.of(file), Set.of("teams"), true).orElseThrow().read(file);
    assertThat(names(part)).containsExactly("db", "Team", "User", "Bill", "Kind", "Way", "State");
    assertThat(all).contains(part.blocks().get(1), part.blocks().get(4));
    assertThat(part.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"model User {", "model User { // who", "model User {\n}\nmodel User {\n}",
      "model User {\n  id Int @id\nmodel Team {\n}", "model User {\n}  model Team {\n}",
      "model User {\n  @@map(\"a\\\"b\")\n}", "model User {\n  // @@map(\"users\")\n}", "model User {\n  /* \n}\n*/\n}",
      "  model User {\n}", "model Other {\n}"})
  void whatItsLinesDoNotTellIsReadWhole(String text) {
    assertThat(Excerpt.of(List.of(new SourceFile("schema.prisma", text)), Set.of("User"), false)).isEmpty();
  }

  @Test
  void aCommentIsNoModel() {
    PrismaFile part = read(
        "/*\nmodel Old {\n}\n*/\nmodel User {\n  /**\n   * Team is not here\n   */\n  id Int @id\n}\n"
            + "model Team {\n  users User[]\n  // its Login\n}\nmodel Login {\n}\n",
        Set.of("User"), false);
    assertThat(names(part)).containsExactly("User", "Team");
    assertThat(part.errors()).isEmpty();
  }

  @Test
  void linesMayEndAsOnWindows() {
    assertThat(names(read(SCHEMA.replace("\n", "\r\n"), Set.of("Login"), false))).containsExactly("db", "User", "Login",
        "Way");
  }

  private static PrismaFile read(String text, Set<String> tables, boolean enums) {
    SourceFile file = new SourceFile("schema.prisma", text);
    return Excerpt.of(List.of(file), tables, enums).orElseThrow().read(file);
  }

  private static List<String> names(PrismaFile file) {
    return file.blocks().stream().map(block -> block.name().text()).toList();
  }

  private static List<String> fields(PrismaFile file, String model) {
    Optional<Model> found = file.blocks().stream().filter(Model.class::isInstance).map(Model.class::cast)
        .filter(one -> one.name().text().equals(model)).findFirst();
    return found.orElseThrow().fields().stream().map(field -> field.name().text()).toList();
  }
}
