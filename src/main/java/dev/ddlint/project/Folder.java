package dev.ddlint.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folder as one listing shows it. What the names alone do not tell is asked of the disk only when needed. */
final class Folder {
  private static final int HEAD = 4096;

  /** Names with these endings are taken for files unasked: a question costs more than the rest of the listing. */
  private static final Set<String> FILE_ENDINGS = Set.of("sql", "prisma", "toml", "json", "md", "ts", "tsx", "js",
      "mjs", "go", "rs", "java", "kt", "py", "rb", "yml", "yaml", "txt", "sum", "lock", "xml", "html", "css", "svg",
      "png");

  private final FolderTree tree;
  private final Path path;
  private final List<String> names;
  private final String shown;
  private final Map<String, Folder> children = new HashMap<>();
  private @Nullable List<String> folders;

  Folder(FolderTree tree, Path path, List<String> names) {
    this.tree = tree;
    this.path = path;
    this.names = names;
    this.shown = tree.shown(path);
  }

  Path path() {
    return path;
  }

  String name() {
    Path last = path.getFileName();
    return last == null ? "" : last.toString();
  }

  String shown() {
    return shown;
  }

  boolean has(String name) {
    return Collections.binarySearch(names, name) >= 0;
  }

  /** The names with an ending, sorted. */
  List<String> ending(String ending) {
    List<String> found = new ArrayList<>();
    for (String name : names) {
      if (name.endsWith(ending)) {
        found.add(name);
      }
    }
    return found;
  }

  /** The folders in it that are no tool's own and not hidden, sorted; links are not followed. */
  List<String> folders() {
    List<String> found = folders;
    if (found == null) {
      found = new ArrayList<>();
      for (String name : names) {
        if (mayBeFolder(name) && !FolderTree.isSkipped(name)
            && Files.isDirectory(path.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
          found.add(name);
        }
      }
      folders = found;
    }
    return found;
  }

  /** The names that may be folders, unasked, sorted. */
  List<String> maybeFolders() {
    List<String> found = new ArrayList<>();
    for (String name : names) {
      if (mayBeFolder(name)) {
        found.add(name);
      }
    }
    return found;
  }

  private static boolean mayBeFolder(String name) {
    int dot = name.lastIndexOf('.');
    return dot != 0 && (dot < 0 || !FILE_ENDINGS.contains(name.substring(dot + 1)));
  }

  /** Whether a folder in it holds a file: from that folder's listing where it is known, else asked of the disk. */
  boolean holds(String folder, String file) {
    Folder known = children.get(folder);
    return known != null
        ? known.has(file)
        : Files.exists(path.resolve(folder + "/" + file)) || tree.imagines(path.resolve(folder), file);
  }

  Folder child(String name) {
    return children.computeIfAbsent(name, n -> tree.at(path.resolve(n)));
  }

  /** Any folder of the same tree. */
  Folder at(Path other) {
    return tree.at(other);
  }

  Optional<Folder> parent() {
    return Optional.ofNullable(path.getParent()).map(tree::at);
  }

  /** The first few KB of a file, for looking for marks; empty when it cannot be read, which its reader reports. */
  String head(String name) {
    if (!Files.isRegularFile(path.resolve(name))) {
      return "";
    }
    try (InputStream in = Files.newInputStream(path.resolve(name))) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** A file's whole text; empty when it cannot be read, which its reader reports. */
  String text(String name) {
    if (!Files.isRegularFile(path.resolve(name))) {
      return "";
    }
    try {
      return Files.readString(path.resolve(name));
    } catch (IOException e) {
      return "";
    }
  }

  /** A migration in this folder; {@code file} may stand in a folder below. */
  Migration migration(String version, String name, Direction direction, String file) {
    // Joined as text: making paths relative one by one would take most of the time of a long history.
    String at = shown.equals(".") ? file : shown + "/" + file;
    return new Migration(version, name, direction, path.resolve(file), at);
  }

  @Override
  public String toString() {
    return shown;
  }
}
