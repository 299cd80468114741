package dev.ddlint.prisma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.State;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.parse.prisma.PrismaReader;
import dev.ddlint.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the migrations lack or have too much: never said where Prisma's engine finds nothing, always where it does. */
class SchemaComparisonTest {
  private static final Path FIXTURES = Path.of("src", "test", "resources", "prisma-oracle");
  private static final String SCHEMA = """
      enum Role {
        ADMIN
        GUEST
      }

      model User {
        id    Int     @id @default(autoincrement())
        email String  @unique
        name  String? @default("x")
        role  Role    @default(GUEST)
        team  Team    @relation(fields: [teamId], references: [id])
        teamId Int
        tags  Tag[]
        at    DateTime @default(now())
        list  String[] @default(["a", "b"])

        @@index([teamId, at(sort: Desc)])
      }

      model Team {
        id    Int    @id
        n     Int    @default(0)
        users User[]
      }

      model Tag {
        id    Int    @id
        users User[]
      }
      """;
  private static final String ONLY_A_PARTIAL_INDEX_GOES = "263";
  /** A key of another type than what it refers to. */
  private static final String FAILS_ON_A_SERVER = "222";
  /** As PostgreSQL and people write it, not as Prisma does. */
  private static final String SQL = """
      CREATE TYPE "Role" AS ENUM ('ADMIN', 'GUEST');
      CREATE TABLE "Team" (id integer NOT NULL, n int DEFAULT '0'::integer NOT NULL,
        CONSTRAINT "Team_pkey" PRIMARY KEY (id));
      CREATE TABLE "User" (id serial, email text NOT NULL, name text DEFAULT ('x'::text),
        role "Role" DEFAULT 'GUEST'::"Role" NOT NULL, "teamId" int4 NOT NULL,
        at timestamp(3) without time zone DEFAULT now() NOT NULL, list text[] DEFAULT '{a,b}'::text[],
        CONSTRAINT "User_pkey" PRIMARY KEY (id), CONSTRAINT "User_email_key" UNIQUE (email));
      CREATE INDEX "User_teamId_at_idx" ON public."User" USING btree ("teamId", at DESC);
      ALTER TABLE "User" ADD CONSTRAINT "User_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team" (id)
        ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
      CREATE TABLE "Tag" (id integer CONSTRAINT "Tag_pkey" PRIMARY KEY);
      CREATE TABLE "_TagToUser" ("A" integer NOT NULL, "B" integer NOT NULL);
      CREATE UNIQUE INDEX "_TagToUser_AB_unique" ON "_TagToUser" ("A", "B");
      CREATE INDEX "_TagToUser_B_index" ON "_TagToUser" ("B");
      ALTER TABLE "_TagToUser" ADD CONSTRAINT "_TagToUser_A_fkey" FOREIGN KEY ("A") REFERENCES "Tag" ON DELETE CASCADE
        ON UPDATE CASCADE;
      ALTER TABLE "_TagToUser" ADD CONSTRAINT "_TagToUser_B_fkey" FOREIGN KEY ("B") REFERENCES "User" ON DELETE CASCADE
        ON UPDATE CASCADE;
      """;
  private static final String BEYOND_PRISMA = """
      ALTER TABLE "User" ADD CONSTRAINT c CHECK (email <> '');
      ALTER TABLE "User" ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple', email)) STORED;
      CREATE INDEX ON "User" (lower(email));
      CREATE INDEX ON "User" (name) WHERE name IS NOT NULL;
      CREATE INDEX ON "User" (name) INCLUDE (at);
      ALTER TABLE "Team" ADD CONSTRAINT e EXCLUDE USING btree (n WITH =);
      CREATE VIEW v AS SELECT 1 AS one;
      CREATE TABLE _prisma_migrations (id text PRIMARY KEY);
      CREATE TABLE parts (id int) PARTITION BY RANGE (id);
      DROP TABLE parts;
      CREATE SCHEMA other;
      CREATE TABLE other.t (id int);
      CREATE DOMAIN positive AS int CHECK (value > 0);
      CREATE POLICY p ON "User" USING (true);
      """;

  @Test
  void aSchemaAndItsMigrationsAgree() {
    assertThat(compare(SQL, SCHEMA)).isEmpty();
    assertThat(compare(SQL + BEYOND_PRISMA, SCHEMA)).isEmpty();
  }

  @Test
  void whatTheMigrationsLackIsFound() {
    assertThat(compare(without(SQL, "CREATE INDEX \"User_teamId_at_idx\" ON"), SCHEMA))
        .containsExactly("ONLY_SCHEMA INDEX public.User User_teamId_at_idx");
    assertThat(compare(without(SQL, "ALTER TABLE \"User\" ADD CONSTRAINT"), SCHEMA))
        .containsExactly("ONLY_SCHEMA FOREIGN_KEY public.User teamId");
    assertThat(compare(SQL + "DROP TABLE \"_TagToUser\";", SCHEMA))
        .containsExactly("ONLY_SCHEMA TABLE public._TagToUser ");
    assertThat(compare(SQL, SCHEMA.replace("name  String?", "nick  String?\n  name  String?")))
        .containsExactly("ONLY_SCHEMA COLUMN public.User nick");
    assertThat(compare(SQL, SCHEMA.replace("GUEST\n", "GUEST\n  OWNER\n")))
        .containsExactly("ONLY_SCHEMA ENUM_VALUE public.Role OWNER");
  }

  @Test
  void whatDiffersIsFound() {
    assertThat(compare(SQL, SCHEMA.replace("@default(\"x\")", "@default(\"y\")")))
        .containsExactly("BOTH DEFAULT public.User name");
    assertThat(compare(SQL, SCHEMA.replace("@default(0)", "@default(1)")))
        .containsExactly("BOTH DEFAULT public.Team n");
    assertThat(compare(SQL, SCHEMA.replace("[\"a\", \"b\"]", "[\"a\"]")))
        .containsExactly("BOTH DEFAULT public.User list");
    assertThat(compare(SQL, SCHEMA.replace("@default(GUEST)", "@default(ADMIN)")))
        .containsExactly("BOTH DEFAULT public.User role");
    assertThat(compare(SQL, SCHEMA.replace("name  String?", "name  String")))
        .containsExactly("BOTH NULLABILITY public.User name");
    assertThat(compare(SQL, SCHEMA.replace("n     Int   ", "n     BigInt")))
        .containsExactly("BOTH TYPE public.Team n");
    assertThat(compare(SQL, SCHEMA.replace("references: [id])", "references: [id], onDelete: Cascade)")))
        .containsExactly("BOTH ACTION public.User teamId");
    assertThat(compare(SQL + "ALTER INDEX \"User_teamId_at_idx\" RENAME TO other;", SCHEMA))
        .containsExactly("BOTH NAME public.User User_teamId_at_idx");
    assertThat(compare(SQL + "ALTER TABLE \"User\" RENAME CONSTRAINT \"User_pkey\" TO other;", SCHEMA))
        .containsExactly("BOTH NAME public.User primary key");
    assertThat(compare(SQL, SCHEMA.replace("at(sort: Desc)", "at"))).containsExactly(
        "ONLY_SCHEMA INDEX public.User User_teamId_at_idx", "ONLY_MIGRATIONS INDEX public.User User_teamId_at_idx");
  }

  @Test
  void whatOnlyTheMigrationsHaveIsFound() {
    assertThat(compare(SQL + "CREATE TABLE extra (id int PRIMARY KEY);", SCHEMA))
        .containsExactly("ONLY_MIGRATIONS TABLE public.extra ");
    assertThat(compare(SQL + "ALTER TABLE \"Team\" ADD COLUMN extra int;", SCHEMA))
        .containsExactly("ONLY_MIGRATIONS COLUMN public.Team extra");
    assertThat(compare(SQL + "CREATE INDEX extra ON \"Team\" (n);", SCHEMA))
        .containsExactly("ONLY_MIGRATIONS INDEX public.Team extra");
    assertThat(compare(SQL + "ALTER TYPE \"Role\" ADD VALUE 'EXTRA';", SCHEMA))
        .containsExactly("ONLY_MIGRATIONS ENUM_VALUE public.Role EXTRA");
    assertThat(compare(SQL, SCHEMA.replace(" @default(now())", " @updatedAt")))
        .containsExactly("ONLY_MIGRATIONS DEFAULT public.User at");
  }

  @Test
  void whatTheMigrationsLeaveOpenIsNotSaid() {
    assertThat(compare("ALTER TABLE \"User\" ADD COLUMN email text;", SCHEMA)).noneMatch(d -> d.contains("TABLE"));
    assertThat(compare(SQL + "DO $$ BEGIN EXECUTE 'ALTER TABLE \"Team\" ' || 'ADD x int'; END $$;",
        SCHEMA.replace("n     Int   ", "x     Int\n  n     BigInt"))).isEmpty();
    assertThat(compare(SQL, SCHEMA.replace("@default(now())", "@default(dbgenerated())"))).isEmpty();
  }

  /** No difference where the migrations are what Prisma's engine writes for the schema. */
  @TestFactory
  Stream<DynamicTest> generatedSchemas() throws IOException {
    return Stream.of(Files.readString(FIXTURES.resolve("generated.txt")).split("(?m)^//// ")).skip(1).map(text -> {
      String seed = text.substring(0, text.indexOf('\n'));
      String[] parts = text.substring(seed.length() + 1).split("(?m)^---- SQL\n");
      return dynamicTest("seed " + seed, () -> assertThat(compare(parts[1], parts[0])).isEmpty());
    });
  }

  /** A difference where Prisma's engine writes a migration, and none once that migration was run. */
  @TestFactory
  Stream<DynamicTest> generatedPairs() throws IOException {
    return Stream.of(Files.readString(FIXTURES.resolve("pairs.txt")).split("(?m)^//// ")).skip(1).map(text -> {
      String seed = text.substring(0, text.indexOf('\n'));
      String[] parts = text.substring(seed.length() + 1).split("(?m)^---- (AFTER|SQL)\n");
      return dynamicTest("seed " + seed, () -> {
        State before = lower(parts[0], State.EMPTY);
        List<String> differences = compare(before.catalog(), parts[1]);
        assertThat(differences.isEmpty()).as("%s", differences).isEqualTo(seed.equals(ONLY_A_PARTIAL_INDEX_GOES));
        if (!seed.equals(FAILS_ON_A_SERVER)) {
          assertThat(compare(fold(parts[2], before), parts[1])).isEmpty();
        }
      });
    });
  }

  private static String without(String sql, String statement) {
    int from = sql.indexOf(statement);
    return sql.substring(0, from) + sql.substring(sql.indexOf(';', from) + 1);
  }

  private static List<String> compare(String sql, String schema) {
    return compare(fold(sql, State.EMPTY), schema);
  }

  private static List<String> compare(Catalog migrations, String schema) {
    LoweredSchema lowered = lowered(schema);
    return SchemaComparison.between(migrations, lower(schema, State.EMPTY).catalog(), lowered.names(), table -> true)
        .stream()
        .map(d -> d.side() + " " + d.kind() + " " + d.table() + " " + d.part()).toList();
  }

  private static Catalog fold(String sql, State from) {
    SourceFile file = new SourceFile("migration.sql", sql);
    State state = from;
    for (Statement statement : new ScriptReader().read(file).statements()) {
      state = state.apply(statement, file).after();
    }
    return state.catalog();
  }

  private static LoweredSchema lowered(String schema) {
    return PrismaLowering.lower(List.of(PrismaReader.read(new SourceFile("schema.prisma", schema))));
  }

  private static State lower(String schema, State from) {
    State state = from;
    for (LoweredSchema.Part part : lowered(schema).parts()) {
      state = state.apply(part.statement(), part.file()).after();
    }
    return state;
  }
}
