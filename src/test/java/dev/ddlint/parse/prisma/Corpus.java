package dev.ddlint.parse.prisma;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ddlint.text.SourceFile;
import dev.ddlint.text.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Real schemas, and the fragments that the project grew out of; tests that need them are skipped without. */
final class Corpus {

  private Corpus() {}

  static List<SourceFile> schemas() {
    return files(root(), "schema.prisma");
  }

  static List<SourceFile> seedBlocks() {
    return files(seeds(), ".prisma");
  }

  static List<String> seedOracle() {
    try {
      return Files.readAllLines(seeds().resolve("prisma-validate-oracle.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path seeds() {
    Path seeds = root().resolveSibling("seeds").resolve("blocks");
    assumeTrue(Files.isDirectory(seeds), "no seeds beside the corpus");
    return seeds;
  }

  private static Path root() {
    Path root = Path.of(System.getProperty("ddlint.corpus", "no-corpus"));
    assumeTrue(Files.isDirectory(root), "no corpus: set -Dddlint.corpus");
    return root.toAbsolutePath().normalize();
  }

  private static List<SourceFile> files(Path folder, String suffix) {
    try (var paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(suffix)).sorted().map(path -> read(folder, path)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile read(Path folder, Path path) {
    try {
      return SourceReader.read(path, folder.relativize(path).toString());
    } catch (SourceReader.Unreadable e) {
      throw new AssertionError(e);
    }
  }
}
