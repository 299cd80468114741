package dev.ddlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.report.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file holds after a run over some of the files. */
class BaselineVerbTest {
  private static final byte[] NO_TEXT = {'S', (byte) 0xff, (byte) 0xfe, 0, 1};

  @TempDir
  private Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int baseline(String path, String... options) {
    err.reset();
    Console console = new Console(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), Style.PLAIN);
    List<String> arguments = new java.util.ArrayList<>(
        List.of("baseline", folder.resolve(path).toString(), "--output", folder.resolve("b.tsv").toString()));
    arguments.addAll(List.of(options));
    return new Cli(List.of(new BaselineVerb())).run(arguments, console);
  }

  private Path file(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    return Files.writeString(folder.resolve(name), text);
  }

  /** {@code object file} of each entry. */
  private List<String> entries() throws IOException {
    return Files.readAllLines(folder.resolve("b.tsv")).stream().filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1)).map(fields -> fields[2] + " " + fields[3]).toList();
  }

  @BeforeEach
  void twoHistoriesHaveABaseline() throws IOException {
    file("a/1.sql", "DROP TABLE one;");
    file("b/1.sql", "DROP TABLE two;");
    assertThat(baseline("")).isZero();
    assertThat(entries()).containsExactly("public.one a/1.sql", "public.two b/1.sql");
  }

  @Test
  void aRunOverOneFolderLeavesTheEntriesOfTheOthers() throws IOException {
    file("a/1.sql", "SELECT 1;");
    file("b/1.sql", "DROP TABLE three;");
    assertThat(baseline("b")).isZero();
    assertThat(entries()).containsExactly("public.one a/1.sql", "public.three b/1.sql");
    assertThat(baseline("")).isZero();
    assertThat(entries()).containsExactly("public.three b/1.sql");
  }

  /** They are looked into only when they are named. */
  @Test
  void aRunOverTheWholeLeavesTheEntriesOfWhatItPassesOver() throws IOException {
    file("a/testdata/1.sql", "DROP TABLE three;");
    file("vendor/1.sql", "DROP TABLE four;");
    assertThat(baseline("a/testdata") + baseline("vendor")).isZero();
    for (String[] options : new String[][]{{}, {"--prune"}}) {
      assertThat(baseline("", options)).isZero();
      assertThat(entries()).contains("public.three a/testdata/1.sql", "public.four vendor/1.sql").hasSize(4);
    }
  }

  @Test
  void aFileThatCannotBeReadKeepsItsEntries() throws IOException {
    Files.write(folder.resolve("b/1.sql"), NO_TEXT);
    for (String[] options : new String[][]{{}, {"--prune"}}) {
      assertThat(baseline("", options)).isEqualTo(2);
      assertThat(err.toString(StandardCharsets.UTF_8)).contains("b/1.sql: ",
          "b.tsv: keeps all of its entries, for not all could be read");
      assertThat(entries()).containsExactly("public.one a/1.sql", "public.two b/1.sql");
    }
    file("b/1.sql", "SELECT 1;");
    assertThat(baseline("", "--prune")).isZero();
    assertThat(entries()).containsExactly("public.one a/1.sql");
  }

  @Test
  void aFileThatIsNoBaselineIsLeftAsItIs() throws IOException {
    file("b.tsv", "<<<<<<< ours\n");
    assertThat(baseline("")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("b.tsv:1: expected a fingerprint",
        "take the line out, or the file away");
    assertThat(folder.resolve("b.tsv")).hasContent("<<<<<<< ours\n");
  }
}
