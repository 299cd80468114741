package dev.ddlint.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folder's SQL files that no layout took yet. */
final class Unclaimed {
  private final Folder folder;
  private final List<String> files;
  private @Nullable List<String> numbered;
  private @Nullable String peek;

  Unclaimed(Folder folder, List<String> files) {
    this.folder = folder;
    this.files = files;
  }

  Folder folder() {
    return folder;
  }

  /** By name. */
  List<String> files() {
    return files;
  }

  /** Files that begin with a number and go up or both ways: {@code 0001_name.sql}. */
  List<String> numbered() {
    List<String> found = numbered;
    if (found == null) {
      found = new ArrayList<>();
      for (String file : files) {
        if (NaturalOrder.isDigit(file.charAt(0)) && !isUpDown(file)) {
          found.add(file);
        }
      }
      numbered = found;
    }
    return found;
  }

  /** The heads of the first and the last file. */
  List<String> ends() {
    if (files.isEmpty()) {
      return List.of();
    }
    List<String> of = files.size() > 1 ? List.of(files.getFirst(), files.getLast()) : List.of(files.getFirst());
    return of.stream().map(folder::head).toList();
  }

  static boolean isUpDown(String file) {
    return file.endsWith(".up.sql") || file.endsWith(".down.sql");
  }

  /** The heads of the first and the last numbered file: enough to see a tool's marks, and cheap in any history. */
  String peek() {
    String seen = peek;
    if (seen == null) {
      List<String> of = numbered();
      seen = of.isEmpty() ? "" : folder.head(of.getFirst());
      if (of.size() > 1) {
        seen += "\n" + folder.head(of.getLast());
      }
      peek = seen;
    }
    return seen;
  }

  /** The numbered files as migrations in order: the number is the version, what follows it the name. */
  List<Migration> numberedMigrations(Direction direction) {
    List<Migration> migrations = new ArrayList<>();
    for (String file : numbered()) {
      int end = NaturalOrder.digits(file, 0);
      migrations.add(folder.migration(file.substring(0, end), stem(file), direction, file));
    }
    migrations.sort(History.BY_VERSION);
    return migrations;
  }

  static String stem(String file) {
    return file.endsWith(".sql") ? file.substring(0, file.length() - 4) : file;
  }

  Unclaimed without(History history) {
    Set<String> taken = new HashSet<>();
    history.up().forEach(m -> take(m, taken));
    history.aside().forEach(m -> take(m, taken));
    return new Unclaimed(folder, files.stream().filter(f -> !taken.contains(f)).toList());
  }

  private void take(Migration migration, Set<String> taken) {
    if (folder.path().equals(migration.file().getParent())) {
      taken.add(String.valueOf(migration.file().getFileName()));
    }
  }
}
