package dev.ddlint.engine;

import dev.ddlint.catalog.Change;
import dev.ddlint.physics.Effects;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.Step;
import java.util.Optional;

/** What a rule sees of one statement or change. */
record StepContext(Day day, Step step, Optional<Change> change) implements Context {

  @Override
  public Effects effects() {
    return step
        .effects(change.orElseThrow(() -> new IllegalStateException("a rule about a statement has no change")));
  }
}
