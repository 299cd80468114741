package dev.ddlint.engine;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.State;
import dev.ddlint.ir.Statement;
import dev.ddlint.project.RunnerProfile;
import dev.ddlint.text.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** A migration on its own day: its statements, each with the state before and after it. */
final class Day {
  private final List<Step> steps = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final SourceFile file;

  /**
   * @param transaction what the runner does with the section that the statement stands in
   * @param wayOut where the runner wants a statement that may not run in a transaction
   */
  record Step(Statement statement, State before, State after, List<Change> changes,
      RunnerProfile.Transaction transaction, String wayOut) {}

  Day(SourceFile file) {
    this.file = file;
  }

  void add(Step step) {
    steps.add(step);
    changes.addAll(step.changes());
  }

  SourceFile file() {
    return file;
  }

  List<Step> steps() {
    return steps;
  }

  List<Change> changes() {
    return changes;
  }
}
