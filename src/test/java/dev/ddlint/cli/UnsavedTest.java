package dev.ddlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.report.Style;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor has not saved yet is judged as the file that it will be. */
class UnsavedTest {
  private static final String TABLE = "CREATE TABLE orders (id int PRIMARY KEY, at timestamptz);\n";
  private static final String HAZARD = "ALTER TABLE orders ALTER COLUMN at SET NOT NULL;\n";

  @TempDir
  private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int check(String input, String... arguments) {
    out.reset();
    err.reset();
    List<String> all = new ArrayList<>(List.of("check", "--quiet", "--format=concise"));
    all.addAll(List.of(arguments));
    Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), Style.PLAIN);
    CheckCommand command = new CheckCommand(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    return new Cli(List.of(new CheckVerb(command))).run(all, console);
  }

  private int unsaved(Path name, String input) {
    return check(input, "-", "--stdin-filename", name.toString());
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private void refuses(String message, String... arguments) {
    assertThat(check("", arguments)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(message);
  }

  /** Findings before the file is saved are those after it. */
  private void isJudgedAsSaved(Path file, String text, String rule) throws IOException {
    int code = unsaved(file, text);
    String before = out();
    assertThat(before).contains(" " + rule + ": ");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(check("", file.toString())).isEqualTo(code);
    assertThat(out()).isEqualTo(before);
  }

  @Test
  void aNewMigrationKnowsTheHistoryBeforeIt() throws IOException {
    Files.writeString(folder.resolve("001.sql"), TABLE);
    isJudgedAsSaved(folder.resolve("002.sql"), HAZARD, "set-not-null");
  }

  @Test
  void theBufferCountsInThePlaceOfTheFile() throws IOException {
    Files.writeString(folder.resolve("001.sql"), TABLE);
    Path second = Files.writeString(folder.resolve("002.sql"), "CREATE INDEX i ON orders (at);\n");
    isJudgedAsSaved(second, "-- more\n" + HAZARD, "set-not-null");
    assertThat(unsaved(second, "SELECT 1;\n")).isZero();
    assertThat(out()).isEmpty();
    assertThat(second).content().contains(HAZARD);
  }

  @Test
  void aNewMigrationOfPrismaIsOneInAFolderThatIsNotThereYet() throws IOException {
    Path migrations = Files.createDirectories(folder.resolve("prisma/migrations"));
    Files.writeString(migrations.resolve("migration_lock.toml"), "provider = \"postgresql\"\n");
    Path first = Files.createDirectories(migrations.resolve("20250101000000_init"));
    Files.writeString(first.resolve("migration.sql"), TABLE);
    isJudgedAsSaved(migrations.resolve("20250201000000_next/migration.sql"), HAZARD, "set-not-null");
  }

  @Test
  void aPrismaSchemaToo() throws IOException {
    String schema = """
        datasource db {
          provider = "postgresql"
        }
        model A {
          id Int @id
          bs B[]
        }
        model B {
          id  Int @id
          aId Int
          a   A   @relation(fields: [aId], references: [id])
        }
        """;
    Path file = Files.writeString(folder.resolve("schema.prisma"), schema.substring(0, schema.indexOf("model")));
    isJudgedAsSaved(file, schema, "missing-foreign-key-index");
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    assertThat(unsaved(folder.resolve("001.sql"), "a\0b")).isEqualTo(2);
    assertThat(out()).contains("001.sql: holds binary data");
  }

  @Test
  void aNameIsNeededAndGoesWithNothingElse() {
    refuses("say with --stdin-filename which file", "-");
    refuses("expected the path `-`", "--stdin-filename", "a.sql");
    refuses("`-` stands alone", "-", "b.sql", "--stdin-filename", "a.sql");
    refuses("`-` stands alone", "-", "--stdin-filename", "a.sql", "--since", "HEAD");
    refuses("is a folder", "-", "--stdin-filename", folder.toString());
    assertThat(unsaved(folder.resolve("a.txt"), "")).isEqualTo(2);
    assertThat(out()).contains("is neither SQL nor a Prisma schema");
  }
}
