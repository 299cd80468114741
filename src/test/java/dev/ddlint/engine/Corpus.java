package dev.ddlint.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of real migrations, where it is present. */
final class Corpus {

  private Corpus() {}

  /** The corpus; the test is skipped, visibly, where it is absent. */
  static Path folder() {
    Path corpus = Path.of(System.getProperty("ddlint.corpus", "")).toAbsolutePath().normalize();
    assumeTrue(Files.isRegularFile(corpus.resolve("MANIFEST.tsv")), () -> "no corpus at " + corpus);
    return corpus;
  }

  /** The folder that holds the corpus and what was made from it. */
  static Path shared() {
    return folder().getParent();
  }
}
