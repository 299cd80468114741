package dev.ddlint.project;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folders that a run has looked at, each listed once. */
final class FolderTree {
  /** Other people's code and copies of our own: no history that anyone wants to hear about. */
  private static final Set<String> SKIPPED = Set.of("node_modules", "bower_components", "vendor", "third_party",
      "target",
      "build", "dist", "__pycache__", "venv");

  private final Path workingDirectory;
  private final Map<Path, Folder> folders = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  FolderTree(Path workingDirectory) {
    this.workingDirectory = workingDirectory;
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

  /** The folder, if it was listed already. */
  @Nullable
  Folder known(Path path) {
    return folders.get(path);
  }

  private List<String> names(Path path) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        names.add(String.valueOf(entry.getFileName()));
      }
    } catch (NotDirectoryException | NoSuchFileException e) {
      return List.of();
    } catch (IOException | DirectoryIteratorException e) {
      problems.add(shown(path) + ": cannot be listed (" + e.getClass().getSimpleName()
          + "); make the folder readable, or name other paths");
      return List.of();
    }
    Collections.sort(names);
    return names;
  }

  /** A folder and those below it, each before those in it, in order of name. */
  List<Folder> walk(Path root) {
    List<Folder> found = new ArrayList<>();
    walk(at(root), found);
    return found;
  }

  private void walk(Folder folder, List<Folder> found) {
    found.add(folder);
    for (String name : folder.folders()) {
      walk(folder.child(name), found);
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
