package dev.ddlint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ddlint.report.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ddlint check --since} on a Prisma project: the schema and its migrations speak once, of what is new. */
class PrismaReviewTest {
  private static final String SCHEMA = """
      datasource db {
        provider = "postgresql"
      }

      model Team {
        id    Int    @id
        users User[]
      }

      model User {
        id     Int     @id
        name   String
        teamId Int
        team   Team    @relation(fields: [teamId], references: [id])
        note   String? @default("x")
      }
      """;
  private static final String FIRST = """
      CREATE TABLE "Team" ("id" INTEGER NOT NULL, CONSTRAINT "Team_pkey" PRIMARY KEY ("id"));
      CREATE TABLE "User" ("id" INTEGER NOT NULL, "name" TEXT NOT NULL, "teamId" INTEGER NOT NULL, "note" TEXT DEFAULT 'y',
        CONSTRAINT "User_pkey" PRIMARY KEY ("id"));
      ALTER TABLE "User" ADD CONSTRAINT "User_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id")
        ON DELETE RESTRICT ON UPDATE CASCADE;
      """;

  @TempDir
  private Path folder;

  @BeforeEach
  void repository() throws IOException, InterruptedException {
    assumeTrue(git("init", "-q") == 0, "no git");
    file("prisma/schema.prisma", SCHEMA);
    file("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n");
    file("prisma/migrations/20260101000000_init/migration.sql", FIRST);
    git("add", "-A");
    git("-c", "user.name=n", "-c", "user.email=e@x", "commit", "-q", "-m", "one");
  }

  @Test
  void aMigrationAloneIsComparedWithTheSchemaBesideIt() throws IOException {
    file("prisma/migrations/20260102000000_more/migration.sql",
        "CREATE INDEX CONCURRENTLY \"User_name_idx\" ON \"User\"(\"name\");\n");
    assertThat(ofPath("prisma/migrations/20260102000000_more/migration.sql"))
        .contains("migration.sql:1:1: note schema-drift");
    assertThat(ofPath("prisma/migrations/20260101000000_init/migration.sql")).as("that is said at the schema's line")
        .noneMatch(line -> line.contains("missing-foreign-key-index"));
  }

  @Test
  void whatWasThereIsNotSaid() {
    assertThat(check("--since", "HEAD")).isEmpty();
    assertThat(check()).contains("schema.prisma:13:3: warning missing-foreign-key-index",
        "schema.prisma:15:3: warning schema-drift");
  }

  /** What a statement names that could not be understood is uncertain; the rest is not. */
  @Test
  void driftIsToldOfWhatIsCertain() throws IOException {
    String later = "prisma/migrations/20260102000000_later/migration.sql";
    file(later, "ALTER TABLE \"Team\" FROBNICATE ALL COLUMNS;\n");
    file("prisma/schema.prisma", SCHEMA.replace("model User {", "model Log {\n  id Int @id\n}\n\nmodel User {")
        .replace("  note ", "  nick   String?\n  note "));
    assertThat(check()).filteredOn(l -> l.contains("schema-drift")).hasSize(3);
    file(later, "ALTER TABLE \"User\" FROBNICATE ALL COLUMNS;\n");
    assertThat(check()).filteredOn(l -> l.contains("schema-drift")).as("of Log alone").hasSize(1);
  }

  /** A quoted name is found in it as a whole, though it is no word. */
  @Test
  void aTableOfSeveralWordsIsUncertainToo() throws IOException {
    file("prisma/schema.prisma", SCHEMA + "model Log {\n  id Int @id\n  @@map(\"audit-log\")\n}\n");
    assertThat(check()).filteredOn(l -> l.contains("schema-drift")).hasSize(2);
    file("prisma/migrations/20260102000000_later/migration.sql", "CREATE FROBNICATED TABLE \"audit-log\" (id int);\n");
    assertThat(check()).filteredOn(l -> l.contains("schema-drift")).as("of the default alone").hasSize(1);
  }

  /** What Prisma Migrate has to do with the advice is one line of a finding in its migrations. */
  @Test
  void adviceSaysHowPrismaGetsThere() throws IOException {
    file("prisma/migrations/20260102000000_later/migration.sql",
        "CREATE INDEX \"User_name_idx\" ON \"User\"(\"name\");\n"
            + "ALTER TABLE \"User\" ADD COLUMN \"at\" TIMESTAMP(3);\n"
            + "ALTER TABLE \"User\" ALTER COLUMN \"note\" SET NOT NULL;\n");
    file("prisma/migrations/20260103000000_zone/migration.sql",
        "ALTER TABLE \"User\" ALTER COLUMN \"at\" SET DATA TYPE TIMESTAMPTZ(3);\n");
    assertThat(text().lines().filter(l -> l.contains("= prisma:"))).hasSize(3)
        .anyMatch(l -> l.contains("keep CONCURRENTLY alone in its migration.sql"))
        .anyMatch(l -> l.endsWith("to be edited first"))
        .anyMatch(l -> l.contains("`@db.Timestamptz` at the field makes Prisma write this"));
  }

  /** In an audit what both layers have is said once, at the Prisma line. */
  @Test
  void bothLayersSpeakOnce() {
    assertThat(check()).filteredOn(line -> line.contains("missing-foreign-key-index")).hasSize(1);
  }

  @Test
  void aChangeWithoutMigrationIsJudgedAsPrismaWouldWriteIt() throws IOException {
    file("prisma/schema.prisma",
        SCHEMA.replace("  name   String\n", "  name   String  @db.VarChar(40)\n  age    Int\n"));
    assertThat(check("--since", "HEAD")).anyMatch(l -> l.contains("schema.prisma:12:3: error "))
        .anyMatch(l -> l.contains("schema.prisma:13:3: error required-column-without-default"))
        .noneMatch(l -> l.contains("schema-drift") || l.contains("missing-foreign-key-index"));
    assertThat(text("--since", "HEAD")).contains("this schema change has no migration yet",
        "= sql: ADD COLUMN \"age\" INTEGER NOT NULL");
  }

  @Test
  void anAddedFieldIsDriftWhereNoRuleSpeaksOfIt() throws IOException {
    file("prisma/schema.prisma", SCHEMA.replace("  name   String\n", "  name   String\n  nick   String?\n"));
    assertThat(check("--since", "HEAD")).containsExactly("schema.prisma:13:3: warning schema-drift");
  }

  @Test
  void aMigrationThatAccompaniesTheChangeIsJudgedItself() throws IOException {
    file("prisma/schema.prisma", SCHEMA.replace("  name   String\n", "  name   String\n  age    Int\n"));
    file("prisma/migrations/20260201000000_age/migration.sql",
        "ALTER TABLE \"User\" ADD COLUMN \"age\" INTEGER NOT NULL;\n");
    assertThat(check("--since", "HEAD")).containsExactly("migration.sql:1:20: error required-column-without-default");
  }

  @Test
  void aMigrationThatAccompaniesOnlyPartOfTheChangeLeavesDrift() throws IOException {
    file("prisma/schema.prisma",
        SCHEMA.replace("  name   String\n", "  name   String\n  nick   String?\n  nack   String?\n"));
    file("prisma/migrations/20260201000000_nick/migration.sql", "ALTER TABLE \"User\" ADD COLUMN \"nick\" TEXT;\n");
    assertThat(check("--since", "HEAD")).containsExactly("schema.prisma:14:3: warning schema-drift");
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** {@code file:line:column: level rule} of each finding. */
  private List<String> check(String... options) {
    return run("concise", options).lines().map(PrismaReviewTest::brief).toList();
  }

  /** The same of one path alone. */
  private List<String> ofPath(String path) {
    return run("concise", List.of(), folder.resolve(path)).lines().map(PrismaReviewTest::brief).toList();
  }

  private static String brief(String line) {
    String[] parts = line.split(": ", 3);
    return parts[0].substring(parts[0].lastIndexOf('/') + 1) + ": " + parts[1];
  }

  private String text(String... options) {
    return run("text", options);
  }

  private String run(String format, String... options) {
    return run(format, List.of(options), folder);
  }

  private static String run(String format, List<String> options, Path path) {
    List<String> all = new ArrayList<>(List.of("check", "--format", format));
    all.addAll(options);
    all.add(path.toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    new Cli(List.of(new CheckVerb(new CheckCommand()))).run(all, new Console(stream, stream, Style.PLAIN));
    return out.toString(StandardCharsets.UTF_8);
  }

  private int git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
  }
}
