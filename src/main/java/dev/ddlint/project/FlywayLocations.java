package dev.ddlint.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folders that make one Flyway history: those of its configuration, else a folder and what lies below it, which
 * Flyway looks through too. A folder named after a database is one of several to choose from.
 */
final class FlywayLocations {
  /** How far above a folder another one of the same history is looked for. */
  private static final int LEVELS = 4;

  private FlywayLocations() {}

  /** The folder in whose name the history is kept; only for a folder that holds Flyway's files. */
  static Optional<Folder> root(Folder folder) {
    return Flyway.isIn(folder) ? of(folder).stream().findFirst() : Optional.empty();
  }

  /** All folders of the history that hold files. */
  static List<Folder> of(Folder folder) {
    List<Path> configured = FlywayConfig.above(folder).locations();
    if (configured.stream().anyMatch(folder.path()::startsWith)) {
      List<Folder> folders = new ArrayList<>();
      configured.forEach(location -> collect(folder.at(location), folders));
      return folders;
    }
    List<Folder> folders = new ArrayList<>();
    collect(top(folder), folders);
    return folders;
  }

  private static Folder top(Folder folder) {
    Folder top = folder;
    Folder at = folder;
    for (int i = 0; i < LEVELS && !isChoice(at) && !at.has(".git") && at.parent().isPresent(); i++) {
      at = at.parent().get();
      top = Flyway.isIn(at) ? at : top;
    }
    return top;
  }

  private static void collect(Folder folder, List<Folder> folders) {
    if (Flyway.isIn(folder) && folders.stream().noneMatch(f -> f.path().equals(folder.path()))) {
      folders.add(folder);
    }
    for (String name : folder.folders()) {
      Folder below = folder.child(name);
      if (!isChoice(below)) {
        collect(below, folders);
      }
    }
  }

  private static boolean isChoice(Folder folder) {
    return Layouts.dialect(folder.name()).isPresent();
  }
}
