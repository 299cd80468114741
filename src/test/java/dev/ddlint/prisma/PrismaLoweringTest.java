package dev.ddlint.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableConstraint.ForeignKey;
import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.parse.prisma.PrismaReader;
import dev.ddlint.prisma.LoweredSchema.Part;
import dev.ddlint.text.SourceFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrismaLoweringTest {

  static PrismaFile read(String text) {
    return PrismaReader.read(new SourceFile("schema.prisma", text));
  }

  static LoweredSchema lower(String... files) {
    return PrismaLowering.lower(Stream.of(files).map(PrismaLoweringTest::read).toList());
  }

  private static <S extends Statement> List<S> all(LoweredSchema schema, Class<S> kind) {
    return schema.parts().stream().map(Part::statement).filter(kind::isInstance).map(kind::cast).toList();
  }

  private static List<ForeignKey> foreignKeys(LoweredSchema schema) {
    return all(schema, AlterTable.class).stream()
        .map(a -> (ForeignKey) ((TableAction.AddConstraint) a.actions().getFirst()).constraint()).toList();
  }

  @Test
  void everyPartPointsAtItsClause() {
    String text = """
        model Post { // posts
          id    Int    @id @default(autoincrement())
          title String @default("x") @unique // the title
          orgId Int?
          org   Org?   @relation(fields: [orgId], references: [id]) // its owner

          @@index([title, orgId(sort: Desc)])
        }
        """;
    LoweredSchema schema = lower(text);

    CreateTable table = all(schema, CreateTable.class).getFirst();
    assertThat(table.span().of(text)).isEqualTo("model Post");
    assertThat(table.name().span().of(text)).isEqualTo("Post");
    assertThat(table.constraints().getFirst().span().of(text)).isEqualTo("@id");
    ColumnDefinition title = table.columns().get(1);
    assertThat(title.span().of(text)).isEqualTo("title String @default(\"x\") @unique");
    assertThat(title.constraints()).extracting(c -> c.span().of(text)).containsExactly("String", "@default(\"x\")");
    List<CreateIndex> indexes = all(schema, CreateIndex.class);
    assertThat(indexes).extracting(i -> i.span().of(text)).containsExactly("@unique",
        "@@index([title, orgId(sort: Desc)])");
    assertThat(indexes.getLast().keys()).extracting(k -> k.span().of(text)).containsExactly("title",
        "orgId(sort: Desc)");
    assertThat(foreignKeys(schema).getFirst().span().of(text))
        .isEqualTo("org   Org?   @relation(fields: [orgId], references: [id])");
  }

  @Test
  void aRelationToAnUnknownModelKeepsTheModelsName() {
    LoweredSchema schema = lower("""
        model Post {
          orgId Int
          org   Org @relation(fields: [orgId], references: [id])
        }
        """);

    ForeignKey key = foreignKeys(schema).getFirst();
    assertThat(key.reference().table()).hasToString("Org");
    assertThat(key.reference().columns()).extracting(Object::toString).containsExactly("id");
    assertThat(schema.notes()).isEmpty();
  }

  @Test
  void unknownTypesOfAFragment() {
    LoweredSchema schema = lower("""
        model Post {
          role     Role
          state    State?    @default(OPEN)
          profile  Profile?
          comments Comment[]
        }
        """);

    CreateTable table = all(schema, CreateTable.class).getFirst();
    assertThat(table.columns()).extracting(c -> c.name().name()).containsExactly("role", "state");
  }

  @Test
  void aFragmentNamesFieldsThatItDoesNotDeclare() {
    LoweredSchema schema = lower("""
        model Org {
          id Int @id
        }
        model Post {
          orgId Int
          org   Org @relation(fields: [orgId], references: [uuid])
          other Org @relation("o", fields: [otherId], references: [id])

          @@index([createdAt])
          @@unique([orgId, slug])
          @@index([orgId])
        }
        """);

    assertThat(foreignKeys(schema)).hasSize(1);
    assertThat(all(schema, CreateIndex.class)).hasSize(3);
    assertThat(all(schema, CreateTable.class).get(1).columns()).extracting(c -> c.name().name())
        .containsExactly("orgId", "slug", "createdAt");
    assertThat(schema.notes()).extracting(n -> n.place().start().line()).containsExactly(7);
  }

  @Test
  void ofTwoModelsOfANameTheFirstCounts() {
    LoweredSchema schema = lower("model A {\n  id Int @id\n}\n", "model A {\n  name String @id\n}\n");

    assertThat(all(schema, CreateTable.class)).hasSize(1);
    assertThat(schema.notes()).extracting(LoweredSchema.Note::message)
        .containsExactly("`A` is declared twice; the first one counts");
  }

  @Test
  void relationModePrismaKeepsTheForeignKeysUnenforced() {
    LoweredSchema schema = lower("""
        datasource db {
          provider     = "mysql"
          relationMode = "prisma"
        }
        model Org {
          id    Int    @id
          posts Post[]
          tags  Tag[]
        }
        model Post {
          orgId Int
          org   Org @relation(fields: [orgId], references: [id])
        }
        model Tag {
          id   Int   @id
          orgs Org[]
        }
        """);

    assertThat(schema.provider()).contains("mysql");
    assertThat(schema.isPostgres()).isFalse();
    assertThat(schema.foreignKeys()).isFalse();
    assertThat(foreignKeys(schema)).hasSize(3).allMatch(ForeignKey::notEnforced);
  }

  @Test
  void relationsAcrossFilesPointIntoTheirOwn() {
    LoweredSchema schema = lower("model Org {\n  id Int @id\n  posts Post[]\n}\n", """
        model Post {
          orgId Int @map("org_id")
          org   Org @relation(fields: [orgId], references: [id])
          @@map("posts")
        }
        """);

    Part last = schema.parts().getLast();
    assertThat(last.file().text(last.statement().span())).startsWith("org   Org");
    PrismaNames.Mapped post = schema.names().table("public", "posts").orElseThrow();
    assertThat(post.model().name().text()).isEqualTo("Post");
    assertThat(post.fieldNames(List.of("org_id"))).contains(List.of("orgId"));
    assertThat(post.fieldNames(List.of("orgId"))).isEmpty();
  }

  @Test
  void aDefaultThatIsNoExpressionIsTakenAsItIs() {
    LoweredSchema schema = lower(
        "model A {\n  id Int @default(dbgenerated(\"1) oops (\"))\n  u Unsupported(\")(\")\n}\n");

    assertThat(Structure.of(all(schema, CreateTable.class).getFirst())).contains("1) oops (").contains(")(");
  }
}
