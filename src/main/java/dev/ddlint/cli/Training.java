package dev.ddlint.cli;

import dev.ddlint.report.Style;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run that loads what other runs need, for the launcher, which makes its start-up archive of it: each Prisma project below
 * a folder by its newest migration alone, as an editor or a hook asks, then the whole folder. What is said goes nowhere.
 */
final class Training {

  private Training() {}

  /** @param arguments the folder */
  public static void main(String[] arguments) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
      for (Path lock : files.filter(file -> file.endsWith("migration_lock.toml")).toList()) {
        newest(lock.resolveSibling(".").normalize()).ifPresent(Training::check);
      }
    }
    Main.main(new String[]{"check", arguments[0]});
  }

  private static Optional<Path> newest(Path history) throws IOException {
    try (Stream<Path> folders = Files.list(history)) {
      return folders.map(folder -> folder.resolve("migration.sql")).filter(Files::exists).max(Path::compareTo);
    }
  }

  private static void check(Path file) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    new Cli(List.of(new CheckVerb(new CheckCommand()))).run(List.of("check", "--fail-on", "error", file.toString()),
        new Console(nowhere, nowhere, Style.PLAIN));
  }
}
