package dev.ddlint.project;

import dev.ddlint.text.Order;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what the arguments of a run stand for: folders, files, in any mix. */
public final class ProjectFinder {
  private static final Comparator<Selection> BY_NAME = Order.by((Selection s) -> s.project().name())
      .thenComparing(s -> s.project().layout().id())
      .thenComparing(s -> s.project().root());

  private final Path workingDirectory;
  private final ProjectSettings settings;
  private final Review review;
  private final Map<Path, byte[]> unsaved;
  private final FolderTree tree;
  private final Projects projects;
  private final TestData testData;
  private final Map<Project, Set<Path>> reported = new IdentityHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private ProjectFinder(Path workingDirectory, ProjectSettings settings, Review review, Map<Path, byte[]> unsaved) {
    this.workingDirectory = workingDirectory;
    this.settings = settings;
    this.review = review;
    this.unsaved = unsaved;
    this.tree = new FolderTree(workingDirectory, unsaved.keySet());
    this.projects = new Projects(tree, settings);
    this.testData = new TestData(tree);
  }

  /**
   * Finds the projects behind the arguments and which of their files are reported.
   *
   * @param arguments folders and files; none stands for the working directory
   */
  public static Found find(List<Path> arguments, Path workingDirectory) {
    return find(arguments, workingDirectory, ProjectSettings.NONE);
  }

  /** As {@link #find(List, Path)}, with what a configuration says of histories. */
  public static Found find(List<Path> arguments, Path workingDirectory, ProjectSettings settings) {
    return find(arguments, workingDirectory, settings, Review.AUDIT);
  }

  /** As {@link #find(List, Path, ProjectSettings)}; in a review only what has changed is reported. */
  public static Found find(List<Path> arguments, Path workingDirectory, ProjectSettings settings, Review review) {
    return find(arguments, workingDirectory, settings, review, Map.of());
  }

  /**
   * As {@link #find(List, Path, ProjectSettings, Review)}, with what an editor has not saved yet.
   *
   * @param unsaved the content of files, on the disk or not, by absolute path
   */
  public static Found find(List<Path> arguments, Path workingDirectory, ProjectSettings settings, Review review,
      Map<Path, byte[]> unsaved) {
    Path base = workingDirectory.toAbsolutePath().normalize();
    ProjectFinder finder = new ProjectFinder(base, settings, review, unsaved);
    for (Path argument : arguments.isEmpty() ? List.of(base) : arguments) {
      if (review.isAudit()) {
        finder.add(argument);
      } else {
        finder.addTouched(argument);
      }
    }
    return finder.found();
  }

  /** What has changed at and below a path; the rest of the tree need not be looked at. */
  private void addTouched(Path argument) {
    Path path = workingDirectory.resolve(argument).normalize();
    if (!Files.isDirectory(path)) {
      if (review.touches(path) || !isReadable(path)) {
        add(argument);
      }
      return;
    }
    for (Path file : touchedBelow(path)) {
      if (file.toString().endsWith(".sql")) {
        addSql(file);
      } else {
        report(projects.ofPrisma(file), file::equals);
      }
    }
    review.gone().keySet().stream().filter(file -> isLookedInto(path, file)).forEach(this::addGone);
  }

  private static boolean isReadable(Path path) {
    String name = path.toString();
    return Files.exists(path) && (name.endsWith(".sql") || name.endsWith(".prisma"));
  }

  private List<Path> touchedBelow(Path folder) {
    return Stream.concat(review.added().stream(), review.changed().keySet().stream())
        .filter(file -> isLookedInto(folder, file)).sorted().toList();
  }

  /** Whether a walk from a folder would come to a file; what is test data is counted. */
  private boolean isLookedInto(Path folder, Path file) {
    if (file.startsWith(folder)) {
      end(folder, file).filter(at -> TestData.isIn(at) && Files.exists(file))
          .ifPresent(at -> testData.passOver(at, file));
    }
    return isReached(folder, file);
  }

  /**
   * Whether a run over a file or folder comes to a file, of which it needs to be no more than the name.
   *
   * @param named absolute and normalised, as the file is
   */
  public static boolean isReached(Path named, Path file) {
    return file.startsWith(named) && end(named, file).isEmpty();
  }

  /** The folder at which a walk to a file below another one ends too early. */
  private static Optional<Path> end(Path folder, Path file) {
    Path at = folder;
    Path way = folder.relativize(file);
    for (int i = 0; i < way.getNameCount() - 1; i++) {
      at = at.resolve(way.getName(i));
      if (FolderTree.isSkipped(way.getName(i).toString()) || TestData.isIn(at)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** A history that lost a file, as long as there is something left of it. */
  private void addGone(Path file) {
    Path folder = file.getParent();
    while (folder != null && !Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    if (folder != null && file.toString().endsWith(".sql")) {
      projects.touching(tree.at(folder)).stream().filter(project -> file.startsWith(project.root()))
          .forEach(project -> reported.computeIfAbsent(project, p -> new HashSet<>()));
    }
  }

  private Standing standing(Project project) {
    Set<Path> missing = new HashSet<>();
    Stream.concat(review.gone().keySet().stream(), review.ahead().stream())
        .filter(file -> file.startsWith(project.root())).forEach(missing::add);
    if (missing.isEmpty() || project.migrations().isEmpty()) {
      return new Standing(review, project.migrations());
    }
    FolderTree then = new FolderTree(workingDirectory, missing);
    return new Projects(then, settings).touching(then.at(project.root())).stream()
        .filter(other -> other.root().equals(project.root()) && other.layout().id().equals(project.layout().id()))
        .findFirst().map(other -> new Standing(review, other.migrations()))
        .orElseGet(() -> new Standing(review, project.migrations()));
  }

  private void add(Path argument) {
    Path path = workingDirectory.resolve(argument).normalize();
    if (Files.isDirectory(path)) {
      addFolder(path);
    } else if (!unsaved.containsKey(path) && !Files.exists(path)) {
      problems.add(shown(argument) + ": no such file or folder; expected a folder of migrations, an .sql or a .prisma"
          + " file; check the path");
    } else if (path.toString().endsWith(".sql")) {
      addSql(path);
    } else if (path.toString().endsWith(".prisma")) {
      report(projects.ofPrisma(path), path::equals);
    } else {
      problems.add(shown(argument) + ": is neither SQL nor a Prisma schema; expected a name that ends in .sql or"
          + " .prisma; name such a file, or the folder that holds it");
    }
  }

  private void addFolder(Path path) {
    Set<Project> found = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Folder folder : tree.walk(path, testData::isLookedInto)) {
      found.addAll(projects.touching(folder));
      PrismaFiles.files(folder).forEach(file -> found.add(projects.ofPrisma(file)));
    }
    boolean any = false;
    for (Project project : found) {
      any |= report(project, file -> file.startsWith(path));
    }
    if (!any) {
      problems.add(tree.shown(path) + ": holds no .sql and no .prisma file, nor do the folders below it; expected"
          + " migrations or a Prisma schema; name the folder that holds them (hidden folders, node_modules, testdata"
          + " and the like are looked into only when named)");
    }
  }

  private void addSql(Path path) {
    Path folder = path.getParent();
    if (folder != null) {
      projects.touching(tree.at(folder)).forEach(project -> report(project, path::equals));
    }
  }

  private boolean report(Project project, Predicate<Path> asked) {
    Set<Path> files = new HashSet<>();
    for (Path file : project.files()) {
      if (asked.test(file)) {
        files.add(file);
      }
    }
    if (!files.isEmpty()) {
      reported.computeIfAbsent(project, p -> new HashSet<>()).addAll(files);
    }
    return !files.isEmpty();
  }

  private Found found() {
    List<Selection> selections = new ArrayList<>();
    reported.forEach((project, files) -> {
      List<Path> ordered = project.files().stream().filter(files::contains).toList();
      selections.add(new Selection(project, new LinkedHashSet<>(ordered), standing(project), unsaved));
    });
    selections.sort(BY_NAME);
    problems.addAll(review.problems());
    problems.addAll(projects.problems());
    problems.addAll(tree.problems());
    return new Found(selections, problems, selections.stream().flatMap(s -> s.project().notices().stream()).toList(),
        testData.passedOver(reported.values().stream().flatMap(Set::stream).collect(Collectors.toSet())));
  }

  private static String shown(Path path) {
    return path.toString().replace('\\', '/');
  }
}
