package dev.ddlint.parse;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The real migrations that tests read; they lie outside of the repository. */
final class Corpus {
  static final Path ROOT = Path.of(System.getProperty("ddlint.corpus", "corpus"));

  private Corpus() {}

  /** Every SQL file, of any dialect, sorted. Skips the test where there is no corpus. */
  static List<Path> sqlFiles() {
    assumeTrue(Files.isDirectory(ROOT), "no corpus at " + ROOT);
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
