package dev.ddlint.engine;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.State;
import dev.ddlint.ir.Statement;
import dev.ddlint.physics.Effects;
import dev.ddlint.physics.Physics;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Settings;
import dev.ddlint.text.SourceFile;
import java.util.List;
import java.util.Optional;

/** What a rule sees of one change. */
record StepContext(Day day, Day.Step step, Optional<Change> change, Physics physics,
    Settings settings) implements Context {

  @Override
  public SourceFile file() {
    return day.file();
  }

  @Override
  public Statement statement() {
    return step.statement();
  }

  @Override
  public State before() {
    return step.before();
  }

  @Override
  public State after() {
    return step.after();
  }

  @Override
  public Effects effects() {
    Change subject = change.orElseThrow(() -> new IllegalStateException("a rule about a statement has no change"));
    return physics.effects(subject, step.before(), step.statement());
  }

  @Override
  public List<Change> migration() {
    return day.changes();
  }

  @Override
  public Reach transaction() {
    if (step.before().inTransaction()) {
      return new Reach(Reach.Answer.INSIDE, "the script has opened a transaction with BEGIN", step.wayOut());
    }
    return new Reach(switch (step.transaction().answer()) {
      case IN_TRANSACTION -> Reach.Answer.INSIDE;
      case OUTSIDE -> Reach.Answer.OUTSIDE;
      case UNKNOWN -> Reach.Answer.UNKNOWN;
    }, step.transaction().because(), step.wayOut());
  }
}
