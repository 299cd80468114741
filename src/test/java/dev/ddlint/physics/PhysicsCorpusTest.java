package dev.ddlint.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ddlint.catalog.State;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real migrations: physics has an answer to each statement, and throws at none. */
class PhysicsCorpusTest {
  private int statements;
  private int depending;

  @Test
  void answersEveryStatement() throws IOException {
    Path root = Path.of(System.getProperty("ddlint.corpus", "no-corpus"));
    assumeTrue(Files.isDirectory(root), "no corpus: set -Dddlint.corpus");
    try (Stream<Path> paths = Files.walk(root)) {
      paths.filter(path -> path.toString().endsWith(".sql"))
          .collect(Collectors.groupingBy(path -> root.relativize(path).getName(0), TreeMap::new, Collectors.toList()))
          .values().forEach(this::run);
    }
    assertThat(statements).isGreaterThan(0);
    assertThat(depending).as("answers that depend on something unseen, of " + statements).isLessThan(statements / 5);
  }

  private void run(List<Path> history) {
    Physics physics = Physics.of(14, Optional.empty());
    State state = State.EMPTY;
    for (Path path : history.stream().sorted().toList()) {
      SourceFile file = read(path);
      state = state.beginMigration(state.migration() + 1);
      for (Statement statement : new ScriptReader().read(file).statements()) {
        State.Step step = state.apply(statement, file);
        Effects effects = physics.effects(statement, state, step.changes());
        for (var change : step.changes()) {
          assertThat(physics.effects(change, state, statement).source()).isNotBlank();
        }
        statements++;
        depending += effects.unseen().isPresent() ? 1 : 0;
        state = step.after();
      }
    }
  }

  private static SourceFile read(Path path) {
    try {
      return SourceReader.read(path, path.toString());
    } catch (SourceReader.Unreadable e) {
      return new SourceFile(path.toString(), "");
    }
  }
}
