package dev.ddlint.catalog;

import dev.ddlint.ir.Statement;
import java.util.List;

/** Applies statements. */
final class Fold {
  private final Draft draft;

  Fold(Draft draft) {
    this.draft = draft;
  }

  State.Step apply(Statement statement) {
    return new State.Step(draft.before, List.of());
  }
}
