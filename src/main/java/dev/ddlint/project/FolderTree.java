package dev.ddlint.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The folders that a run has looked at, each listed once. */
final class FolderTree {
  /** Other people's code and copies of our own: no history that anyone wants to hear about. */
  private static final Set<String> SKIPPED = Set.of("node_modules", "bower_components", "vendor", "third_party",
      "target",
      "build", "dist", "__pycache__", "venv");

  private final Path workingDirectory;
  private final Map<Path, Folder> folders = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  /** Names that the folders are to have besides those on the disk. */
  private final Map<Path, Set<String>> besides = new HashMap<>();

  FolderTree(Path workingDirectory) {
    this(workingDirectory, Set.of());
  }

  /** The folders as they would be with some files more. */
  FolderTree(Path workingDirectory, Set<Path> more) {
    this.workingDirectory = workingDirectory;
    for (Path file : more) {
      for (Path at = file; at.getParent() != null && !Files.exists(at); at = at.getParent()) {
        besides.computeIfAbsent(at.getParent(), folder -> new TreeSet<>()).add(String.valueOf(at.getFileName()));
      }
    }
  }

  /** Whether a folder is to have a file that is not on the disk. */
  boolean imagines(Path folder, String name) {
    return besides.getOrDefault(folder, Set.of()).contains(name);
  }

  static boolean isSkipped(String name) {
    return name.startsWith(".") || SKIPPED.contains(name);
  }

  Folder at(Path path) {
    Folder folder = folders.get(path);
    if (folder == null) {
      folder = new Folder(this, path, names(path));
      folders.put(path, folder);
    }
    return folder;
  }

  private List<String> names(Path path) {
    // One call for all names: a DirectoryStream makes a Path of each, which a cold JVM takes ten times as long for.
    String[] names = path.toFile().list();
    Set<String> more = besides.getOrDefault(path, Set.of());
    if (!more.isEmpty()) {
      Set<String> all = new TreeSet<>(more);
      all.addAll(names == null ? List.of() : List.of(names));
      return List.copyOf(all);
    }
    if (names == null) {
      if (Files.isDirectory(path)) {
        problems.add(shown(path) + ": cannot be listed; make the folder readable, or name other paths");
      }
      return List.of();
    }
    Arrays.sort(names);
    return List.of(names);
  }

  /** A folder and those below it, each before those in it, in order of name. */
  List<Folder> walk(Path root) {
    return walk(root, folder -> true);
  }

  /** As {@link #walk(Path)}, without those folders below the root that are not to be looked into. */
  List<Folder> walk(Path root, Predicate<Folder> lookedInto) {
    List<Folder> found = new ArrayList<>();
    walk(at(root), lookedInto, found);
    return found;
  }

  private static void walk(Folder folder, Predicate<Folder> lookedInto, List<Folder> found) {
    found.add(folder);
    for (String name : folder.folders()) {
      Folder child = folder.child(name);
      if (lookedInto.test(child)) {
        walk(child, lookedInto, found);
      }
    }
  }

  /** A path as reports show it: relative to the working directory, with forward slashes. */
  String shown(Path path) {
    if (path.equals(workingDirectory)) {
      return ".";
    }
    boolean relative = workingDirectory.getRoot() != null && workingDirectory.getRoot().equals(path.getRoot());
    return (relative ? workingDirectory.relativize(path) : path).toString().replace('\\', '/');
  }

  List<String> problems() {
    return problems;
  }
}
