package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in one file, the others are linted, and somebody is told. */
class BadInputTest {
  @TempDir
  private Path folder;

  private Bench beside(String name, String text) {
    return new Bench(folder).file("a_good.sql", "CREATE INDEX i ON t (c);").file(name, text);
  }

  private static void stillLints(Result result) {
    assertThat(Bench.brief(result)).contains("a_good.sql:1 blocking-index-build");
  }

  @Test
  void aPathThatDoesNotExist() {
    Result result = beside("b.sql", "SELECT 1;").lint(".", "no/such/folder");
    stillLints(result);
    assertThat(result.problems()).singleElement().asString().contains("no/such/folder", "no such file or folder");
  }

  @Test
  void binaryData() {
    Result result = beside("b.sql", "SELECT 1;\0\1\2").lint(".");
    stillLints(result);
    assertThat(result.problems()).singleElement().asString().contains("b.sql", "binary data");
  }

  @Test
  void bytesThatAreNoText() throws IOException {
    Bench bench = beside("b.sql", "");
    Files.write(folder.resolve("b.sql"), new byte[]{'S', '\n', (byte) 0xFF, (byte) 0xC0});
    Result result = bench.lint(".");
    stillLints(result);
    assertThat(result.problems()).singleElement().asString().contains("b.sql:2", "not valid UTF-8");
  }

  /** To read one waits until somebody writes, which is for ever. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPipe() throws IOException, InterruptedException {
    Bench bench = beside("c.sql", "SELECT 1;");
    new ProcessBuilder("mkfifo", folder.resolve("b.sql").toString()).start().waitFor();
    Result result = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> bench.lint("."));
    stillLints(result);
    assertThat(result.problems()).containsExactly("b.sql: cannot be read (it is no regular file)");
  }

  @Test
  void anOpenString() {
    Result result = beside("b.sql", "CREATE TABLE x (id int);\nINSERT INTO x VALUES ('open);\n").lint(".");
    stillLints(result);
    assertThat(Bench.brief(result)).contains("b.sql:2 unparsed-statement");
    assertThat(result.unparsed()).singleElement().extracting(Result.Unparsed::reason).asString()
        .contains("never closed");
  }

  @Test
  void fiveThousandParentheses() {
    String nested = "SELECT " + "(".repeat(5000) + "1" + ")".repeat(5000) + ";\n";
    String check = "ALTER TABLE t ADD CONSTRAINT c CHECK (" + "(".repeat(5000) + "a > 0" + ")".repeat(5000) + ");\n";
    Result result = beside("b.sql", nested + check).lint(".");
    stillLints(result);
    assertThat(result.understood()).isEqualTo(result.statements());
  }

  @Test
  void fiftyMegabytes() throws IOException {
    Bench bench = beside("b.sql", "");
    try (var out = Files.newBufferedWriter(folder.resolve("b.sql"), StandardCharsets.UTF_8)) {
      String rows = "INSERT INTO big VALUES (1, 'some text that fills the line'), (2, 'and some more of it');\n";
      for (long written = 0; written < 50L << 20; written += rows.length()) {
        out.write(rows);
      }
    }
    Result result = bench.lint(".");
    stillLints(result);
    assertThat(result.problems()).isEmpty();
    assertThat(result.understood()).isEqualTo(result.statements());
  }
}
