package dev.ddlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.project.git.WorkTree;
import dev.ddlint.report.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --fix} and {@code --diff}: what is written, what is left alone, and what is said. */
class FixCommandTest {
  private static final String TABLES = "CREATE TABLE a (id int PRIMARY KEY, b int);\n";
  private static final String CHECK = "ALTER TABLE a ADD CONSTRAINT positive CHECK (b > 0);\n";
  private static final String FIXED = "ALTER TABLE a ADD CONSTRAINT positive CHECK (b > 0) NOT VALID;\n";

  @TempDir
  private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path migrations = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    migrations = Files.createDirectories(folder.resolve("migrations"));
    file("001.sql", TABLES);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(migrations.resolve(name), text);
  }

  private int check(String... options) {
    out.reset();
    err.reset();
    List<String> arguments = new ArrayList<>(List.of("check", migrations.toString()));
    arguments.addAll(List.of(options));
    Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), Style.PLAIN);
    return new Cli(List.of(new CheckVerb(new CheckCommand()))).run(arguments, console);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theNewestMigrationIsFixedAndTheExitCodeCountsWhatIsLeft() throws IOException {
    Path file = file("002.sql", CHECK);
    assertThat(check()).isEqualTo(1);
    assertThat(check("--fix")).isZero();
    assertThat(file).content().isEqualTo(FIXED);
    assertThat(out())
        .contains("002.sql: validating-check (add it NOT VALID; a later migration must VALIDATE CONSTRAINT",
            "1 finding fixed in 1 file", "note[never-validated-constraint]")
        .doesNotContain("error[");
  }

  @Test
  void aSecondRunChangesNothing() throws IOException {
    Path file = file("002.sql", CHECK);
    check("--fix");
    byte[] once = Files.readAllBytes(file);
    check("--fix");
    assertThat(Files.readAllBytes(file)).isEqualTo(once);
    assertThat(out()).contains("0 findings fixed in 0 files");
  }

  /** Two indexes at the end of one model: the second is written behind the first. */
  @Test
  void ofSeveralFixesOfOnePlaceEachIsMade() throws IOException {
    migrations = Files.createDirectories(folder.resolve("prisma"));
    Path schema = file("schema.prisma", """
        datasource db {
          provider = "postgresql"
        }

        model User {
          id    String @id @db.Uuid
          posts Post[] @relation("author")
          read  Post[] @relation("reader")
        }

        model Post {
          id       String @id @db.Uuid
          authorId String @db.Uuid
          readerId String @db.Uuid
          author   User   @relation("author", fields: [authorId], references: [id])
          reader   User   @relation("reader", fields: [readerId], references: [id])
        }
        """);
    check("--diff");
    assertThat(out()).contains("+  @@index([authorId])\n+  @@index([readerId])\n");
    check("--fix");
    assertThat(schema).content().endsWith("\n\n  @@index([authorId])\n  @@index([readerId])\n}\n");
    assertThat(out()).contains("2 findings fixed in 1 file").doesNotContain("left for the next run");
    check("--fix");
    assertThat(out()).contains("0 findings fixed in 0 files");
  }

  @Test
  void anOlderMigrationIsNotEdited() throws IOException {
    Path file = file("002.sql", CHECK);
    file("003.sql", "SELECT 1;\n");
    assertThat(check("--fix")).isEqualTo(1);
    assertThat(file).content().isEqualTo(CHECK);
  }

  @Test
  void sinceACommitOnlyFilesThatItLacksAreEdited() throws IOException {
    Path published = file("002.sql", CHECK);
    WorkTree tree = WorkTree.init(folder);
    tree.commit();
    file("002.sql", "-- edited\n" + CHECK);
    Path added = file("003.sql", CHECK.replace("positive", "positive_too"));
    Path newest = file("004.sql", CHECK.replace("positive", "positive_as_well"));
    check("--since", "HEAD", "--fix");
    assertThat(published).content().isEqualTo("-- edited\n" + CHECK);
    assertThat(added).content().contains("NOT VALID");
    assertThat(newest).content().contains("NOT VALID");
  }

  @Test
  void lineEndsByteOrderMarkAndPermissionsStay() throws IOException {
    Path file = file("002.sql", "\uFEFF-- \uD83D\uDE00 é\r\n" + CHECK.replace("\n", "\r\n") + "-- end");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    check("--fix");
    assertThat(file).content().isEqualTo("\uFEFF-- \uD83D\uDE00 é\r\n" + FIXED.replace("\n", "\r\n") + "-- end");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
  }

  @Test
  void aLinkIsLeftAlone() throws IOException {
    Path target = Files.writeString(folder.resolve("elsewhere.sql"), CHECK);
    Files.createSymbolicLink(migrations.resolve("002.sql"), target);
    check("--fix");
    assertThat(target).content().isEqualTo(CHECK);
    assertThat(out()).contains("002.sql: is a symbolic link", "0 findings fixed");
  }

  @Test
  void validityThatIsUsedInTheSameMigrationStays() throws IOException {
    String text = "ALTER TABLE a ADD CONSTRAINT there CHECK (b IS NOT NULL);\nALTER TABLE a ALTER COLUMN b SET NOT NULL;\n";
    Path file = file("002.sql", text);
    check("--fix");
    assertThat(file).content().isEqualTo(text);
  }

  @Test
  void machinesGetTheirReportAlone() throws IOException {
    file("002.sql", CHECK);
    check("--fix", "--format", "concise");
    assertThat(out()).doesNotContain("fixed");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("1 finding fixed in 1 file");
  }

  @Test
  void theDiffWritesNothingAndAppliesWithGit() throws IOException {
    String text = "SELECT 1;\r\n" + CHECK.stripTrailing();
    Path file = file("002.sql", text);
    assertThat(check("--fix", "--diff")).isEqualTo(1);
    assertThat(file).content().isEqualTo(text);
    assertThat(out()).startsWith("--- a/").contains("\n+ALTER TABLE a", "\\ No newline at end of file");
    WorkTree tree = WorkTree.init(folder);
    String shown = out().lines().findFirst().orElseThrow().substring("--- a/".length());
    Files.writeString(folder.resolve("fix.diff"), out().replace(shown, "migrations/002.sql"));
    tree.git("apply", "fix.diff");
    assertThat(file).content().isEqualTo("SELECT 1;\r\n" + FIXED.stripTrailing());
  }
}
