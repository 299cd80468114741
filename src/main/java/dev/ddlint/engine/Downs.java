package dev.ddlint.engine;

import dev.ddlint.ir.Statement;
import dev.ddlint.project.Direction;
import dev.ddlint.project.Migration;
import dev.ddlint.project.Project;
import dev.ddlint.project.Section;
import dev.ddlint.rule.Down;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What takes the migrations of a history back: files of their own, or sections of the same files. */
final class Downs {
  private final Project project;
  private final Function<Migration, ReadFile> reader;
  private final Map<Path, ReadFile> files = new HashMap<>();
  private Optional<Set<Path>> withDown = Optional.empty();
  private int earlier;
  private int earlierWithDown;

  /** @param reader for files that the run does not report, and thus has not read */
  Downs(Project project, Function<Migration, ReadFile> reader) {
    this.project = project;
    this.reader = reader;
  }

  synchronized void keep(ReadFile file) {
    files.put(file.migration().file(), file);
  }

  /** Counts a migration that the history has passed. */
  void pass(ReadFile.Parsed migration) {
    if (migration.migration().direction() == Direction.BOTH) {
      earlier++;
      earlierWithDown += section(migration).filter(down -> !down.statements().isEmpty()).isPresent() ? 1 : 0;
    }
  }

  Optional<Down> of(ReadFile.Parsed migration) {
    if (migration.migration().direction() == Direction.BOTH) {
      return section(migration);
    }
    return project.downOf(migration.migration())
        .map(this::read)
        .flatMap(read -> read instanceof ReadFile.Parsed parsed
            ? Optional.of(new Down(parsed.file(), parsed.script().statements()))
            : Optional.empty());
  }

  private synchronized ReadFile read(Migration down) {
    return files.computeIfAbsent(down.file(), file -> reader.apply(down));
  }

  private static Optional<Down> section(ReadFile.Parsed migration) {
    List<Section> sections = migration.sections().stream().filter(s -> s.direction() == Direction.DOWN).toList();
    List<Statement> statements = new ArrayList<>();
    for (Section section : sections) {
      migration.script().statements().stream().filter(s -> section.span().contains(s.span())).forEach(statements::add);
    }
    return sections.isEmpty() ? Optional.empty() : Optional.of(new Down(migration.file(), List.copyOf(statements)));
  }

  /** Whether most of the others have one; of files with both ways only those before it are known on its day. */
  boolean othersHaveOne(Migration migration) {
    if (migration.direction() == Direction.BOTH) {
      return earlier >= 2 && 2 * earlierWithDown > earlier;
    }
    long others = project.migrations().size() - 1L;
    long with = withDown().size() - (withDown().contains(migration.file()) ? 1 : 0);
    return others >= 2 && 2 * with > others;
  }

  /** The migrations that a file of their own takes back. */
  private Set<Path> withDown() {
    if (withDown.isEmpty()) {
      Set<String> versions = project.aside().stream().filter(m -> m.direction() == Direction.DOWN)
          .map(Migration::version).collect(Collectors.toSet());
      withDown = Optional.of(project.migrations().stream().filter(m -> versions.contains(m.version()))
          .map(Migration::file).collect(Collectors.toSet()));
    }
    return withDown.get();
  }
}
