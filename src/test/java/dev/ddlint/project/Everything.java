package dev.ddlint.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder as arguments of a run that leaves nothing out: with each folder of test data named. */
public final class Everything {

  private Everything() {}

  public static List<Path> in(Path folder) {
    List<Path> paths = new ArrayList<>(List.of(folder));
    try (Stream<Path> below = Files.walk(folder)) {
      below.filter(path -> Files.isDirectory(path) && TestData.isIn(path)).sorted().forEach(paths::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return paths;
  }
}
