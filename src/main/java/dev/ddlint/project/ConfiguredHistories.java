package dev.ddlint.project;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The histories that a configuration describes by a pattern. */
final class ConfiguredHistories {
  private static final String ANY_FOLDERS = "**/";

  private final FolderTree tree;
  private final Map<Path, Project> byFile = new HashMap<>();
  private final Map<Path, Set<Project>> byFolder = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  ConfiguredHistories(FolderTree tree, List<HistoryPattern> patterns) {
    this.tree = tree;
    patterns.forEach(this::add);
  }

  boolean isEmpty() {
    return byFile.isEmpty();
  }

  List<String> problems() {
    return problems;
  }

  /** Those that have files in a folder. */
  List<Project> touching(Folder folder) {
    return List.copyOf(byFolder.getOrDefault(folder.path(), Set.of()));
  }

  boolean takes(Path file) {
    return byFile.containsKey(file);
  }

  /** What is left of a detected history: a file is in one history only, and the configuration's word comes first. */
  History without(History history) {
    return isEmpty() ? history : history.filtered(m -> !takes(m.file()));
  }

  private void add(HistoryPattern pattern) {
    Path root = root(pattern);
    List<Path> files = files(pattern, root);
    List<String> notices = new ArrayList<>();
    files.stream().filter(this::takes).findFirst().ifPresent(file -> notices.add(tree.shown(file)
        + ": matches two patterns of the configuration; ddlint takes it for the first; make `" + pattern.files()
        + "` narrower"));
    files.removeIf(this::takes);
    if (files.isEmpty()) {
      problems.add("`" + pattern.files() + "` in the configuration matches no .sql file" + (notices.isEmpty()
          ? ""
          : " that no pattern before it takes") + " below " + tree.shown(pattern.base())
          + "; expected a glob such as `db/versions/**/*.sql`, relative to the configuration file; correct `files`");
      return;
    }
    Project project = project(pattern, tree.at(root), files, notices);
    for (Path file : files) {
      byFile.put(file, project);
      Path folder = file.getParent();
      if (folder != null) {
        byFolder.computeIfAbsent(folder, f -> new LinkedHashSet<>()).add(project);
      }
    }
  }

  private static Project project(HistoryPattern pattern, Folder root, List<Path> files, List<String> notices) {
    List<Migration> up = new ArrayList<>();
    List<Migration> down = new ArrayList<>();
    for (Path file : files) {
      String at = root.path().relativize(file).toString().replace('\\', '/');
      boolean back = at.endsWith(".down.sql");
      // The path tells one file from another, so a name may stand in several folders.
      String version = at.substring(0, at.length() - ending(at).length());
      (back ? down : up).add(root.migration(version, version, back ? Direction.DOWN : Direction.UP, at));
    }
    Layout layout = pattern.runner().<Layout>map(tool -> new OtherRunner(Layouts.PLAIN, tool)).orElse(Layouts.PLAIN);
    return new Project(layout, root.path(), name(pattern, root), FolderDialect.of(root.path()), up, down,
        Optional.empty(),
        notices);
  }

  /** The pattern itself, as it is from the working directory: other histories may have the same root. */
  private static String name(HistoryPattern pattern, Folder root) {
    String[] parts = pattern.files().split("/", -1);
    int named = fixed(parts);
    String rest = String.join("/", Arrays.asList(parts).subList(named, parts.length));
    return root.shown().equals(".") ? rest : root.shown() + "/" + rest;
  }

  private static String ending(String file) {
    return file.endsWith(".up.sql") ? ".up.sql" : file.endsWith(".down.sql") ? ".down.sql" : ".sql";
  }

  /** The folder that a pattern names before its first wildcard: all that it can match is below. */
  private static Path root(HistoryPattern pattern) {
    Path root = pattern.base();
    String[] parts = pattern.files().split("/", -1);
    for (int i = 0; i < fixed(parts); i++) {
      root = root.resolve(parts[i]);
    }
    return root.normalize();
  }

  /** How many folders stand before the first wildcard. */
  private static int fixed(String[] parts) {
    int i = 0;
    while (i < parts.length - 1 && parts[i].chars().noneMatch(c -> "*?[{\\".indexOf(c) >= 0)) {
      i++;
    }
    return i;
  }

  private List<Path> files(HistoryPattern pattern, Path root) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.files());
    // In a glob of the JDK the two stars stand for at least one folder; people mean none as well.
    PathMatcher flat = FileSystems.getDefault().getPathMatcher("glob:" + pattern.files().replace(ANY_FOLDERS, ""));
    List<Path> files = new ArrayList<>();
    for (Folder folder : tree.walk(root)) {
      for (String name : folder.ending(".sql")) {
        Path file = folder.path().resolve(name);
        Path relative = pattern.base().relativize(file);
        if (matcher.matches(relative) || flat.matches(relative)) {
          files.add(file);
        }
      }
    }
    files.sort(ConfiguredHistories::compare);
    return files;
  }

  /** Name by name, so that what stands in {@code v1} comes before what stands in {@code v1.1}. */
  private static int compare(Path a, Path b) {
    Comparator<String> names = NaturalOrder.COMPARATOR;
    for (int i = 0; i < Math.min(a.getNameCount(), b.getNameCount()); i++) {
      int order = names.compare(a.getName(i).toString(), b.getName(i).toString());
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.getNameCount(), b.getNameCount());
  }
}
