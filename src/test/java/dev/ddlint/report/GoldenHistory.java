package dev.ddlint.report;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.State;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.project.Direction;
import dev.ddlint.project.Everything;
import dev.ddlint.project.Migration;
import dev.ddlint.project.Project;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.project.Section;
import dev.ddlint.project.Selection;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** A real history whose catalog a server has printed. */
public record GoldenHistory(String name) {
  private static final Path CORPUS = Path.of(System.getProperty("ddlint.corpus", "corpus")).toAbsolutePath()
      .normalize();
  private static final Path ORACLE = CORPUS.resolveSibling("oracle").resolve("catalog");
  private static final Map<String, Map<Path, Project>> PROJECTS = new HashMap<>();

  /** Whether the histories and their catalogs are there at all. */
  public static boolean available() {
    return Files.isDirectory(ORACLE) && Files.isDirectory(CORPUS);
  }

  public static Stream<GoldenHistory> all() throws IOException {
    return available()
        ? Files.list(ORACLE).map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".order")).sorted()
            .map(f -> new GoldenHistory(f.substring(0, f.length() - ".order".length())))
        : Stream.empty();
  }

  @Override
  public String toString() {
    return name;
  }

  private Path beside(String ending) {
    return ORACLE.resolve(name + ending);
  }

  List<String> golden() throws IOException {
    return Files.readAllLines(beside(".tsv"));
  }

  /** The lines of the folded catalog, without what the prelude made. */
  List<String> folded() throws IOException {
    State platform = prelude();
    Set<String> lines = new LinkedHashSet<>(lines(fold(platform, (statement, step) -> {}).catalog()));
    lines(platform.catalog()).forEach(lines::remove);
    return List.copyOf(lines);
  }

  static List<String> lines(Catalog catalog) throws IOException {
    StringBuilder text = new StringBuilder();
    SchemaReport.tsv(catalog, text);
    return text.toString().lines().toList();
  }

  /** The state that the platform's own objects make. */
  public State prelude() throws IOException {
    Path file = beside(".prelude.sql");
    if (!Files.exists(file)) {
      return State.EMPTY;
    }
    SourceFile source = new SourceFile(file.getFileName().toString(), Files.readString(file));
    State state = State.EMPTY.beginMigration(-1);
    for (Statement statement : new ScriptReader().read(source).statements()) {
      state = state.apply(statement, source).after();
    }
    return state;
  }

  /** Folds all files in the order in which the server took them. */
  public State fold(State start, BiConsumer<Statement, State.Step> each) throws IOException {
    State state = start;
    int ordinal = 0;
    for (Path file : files()) {
      state = state.beginMigration(ordinal++);
      SourceFile source = read(file);
      for (Statement statement : statements(file, source)) {
        State.Step step = state.apply(statement, source);
        each.accept(statement, step);
        state = step.after();
      }
    }
    return state;
  }

  private List<Path> files() throws IOException {
    Path repository = CORPUS.resolve(name.substring(0, name.indexOf("__")));
    return Files.readAllLines(beside(".order")).stream().map(repository::resolve).toList();
  }

  private static SourceFile read(Path file) {
    try {
      return SourceReader.read(file, CORPUS.relativize(file).toString());
    } catch (SourceReader.Unreadable e) {
      throw new UncheckedIOException(new IOException(file.toString(), e));
    }
  }

  /** What going up runs. */
  private List<Statement> statements(Path file, SourceFile source) {
    Map<Path, Project> projects = PROJECTS.computeIfAbsent(name.substring(0, name.indexOf("__")),
        GoldenHistory::projects);
    boolean flyway = Optional.ofNullable(projects.get(file)).filter(p -> p.layout().id().equals("flyway")).isPresent();
    List<Statement> all = new ScriptReader(Map.of("Namespace", "auth"), flyway).read(source).statements();
    List<Section> sections = sections(projects.get(file), file, source);
    return all.stream().filter(statement -> sections.stream()
        .anyMatch(s -> s.direction() != Direction.DOWN && s.span().contains(statement.span()))).toList();
  }

  private static List<Section> sections(Project project, Path file, SourceFile source) {
    List<Migration> migrations = new ArrayList<>(project.migrations());
    migrations.addAll(project.aside());
    Migration migration = migrations.stream().filter(m -> m.file().equals(file)).findFirst().orElseThrow();
    return project.layout().sections(migration, source);
  }

  private static Map<Path, Project> projects(String repository) {
    Map<Path, Project> projects = new HashMap<>();
    for (Selection selection : ProjectFinder.find(Everything.in(CORPUS.resolve(repository)), CORPUS).selections()) {
      selection.project().files().forEach(file -> projects.put(file, selection.project()));
    }
    return projects;
  }
}
