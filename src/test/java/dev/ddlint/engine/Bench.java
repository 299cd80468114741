package dev.ddlint.engine;

import dev.ddlint.config.Configuration;
import dev.ddlint.finding.Finding;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.project.Review;
import dev.ddlint.rule.RuleIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of files to lint, for tests. */
final class Bench {
  private final Path folder;

  Bench(Path folder) {
    this.folder = folder;
  }

  Bench file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file as projects know it. */
  Path path(String name) {
    return folder.resolve(name).toAbsolutePath().normalize();
  }

  Result lint(Configuration configuration, String... paths) {
    return lint(configuration, Review.AUDIT, paths);
  }

  Result lint(Configuration configuration, Review review, String... paths) {
    try {
      List<Path> arguments = List.of(paths).stream().map(Path::of).toList();
      return Linter.lint(ProjectFinder.find(arguments, folder, configuration.projects(), review), RuleIndex.load(),
          configuration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Result lint(String... paths) {
    return lint(Configuration.DEFAULT, paths);
  }

  /** {@code file:line rule} of each finding. */
  static List<String> brief(Result result) {
    return result.findings().stream().map(Bench::brief).toList();
  }

  static String brief(Finding finding) {
    return finding.place().file().path() + ":" + finding.place().start().line() + " " + finding.rule();
  }
}
