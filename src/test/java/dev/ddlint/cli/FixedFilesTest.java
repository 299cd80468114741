package dev.ddlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.engine.Fixing;
import dev.ddlint.text.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that somebody saved while a run was on is not lost. */
class FixedFilesTest {
  @TempDir
  private Path folder;

  @Test
  void aFileThatHasChangedMeanwhileIsNotOverwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("a.sql"), "SELECT 2;\n");
    Fixing fixing = new Fixing(
        List.of(new Fixing.Fixed(new SourceFile("a.sql", "SELECT 1;\n"), "SELECT 3;\n", List.of())), List.of());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new FixedFiles(folder, new PrintStream(out, true, StandardCharsets.UTF_8)).write(fixing);
    assertThat(file).content().isEqualTo("SELECT 2;\n");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("a.sql: has changed meanwhile");
  }
}
