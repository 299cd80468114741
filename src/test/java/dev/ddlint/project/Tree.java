package dev.ddlint.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of fixtures and what the finder makes of it. */
record Tree(Path root) {

  Tree with(String file, String text) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files whose content does not matter. */
  Tree withFiles(String... files) {
    Stream.of(files).forEach(f -> with(f, "SELECT 1;\n"));
    return this;
  }

  Found find(String... arguments) {
    return ProjectFinder.find(Stream.of(arguments).map(Path::of).toList(), root);
  }

  Selection only(String... arguments) {
    Found found = find(arguments);
    if (found.selections().size() != 1 || !found.problems().isEmpty()) {
      throw new AssertionError(found.selections().stream().map(s -> s.project().name()).toList() + " "
          + found.problems());
    }
    return found.selections().getFirst();
  }

  List<String> reported(Selection selection) {
    return selection.reported().stream().map(p -> root.relativize(p).toString()).toList();
  }

  static List<String> up(Project project) {
    return project.migrations().stream().map(Migration::shownPath).toList();
  }

  static List<String> aside(Project project) {
    return project.aside().stream().map(Migration::shownPath).toList();
  }
}
