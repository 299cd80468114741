package dev.ddlint.engine;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.State;
import dev.ddlint.ir.Statement;
import dev.ddlint.physics.Effects;
import dev.ddlint.physics.Physics;
import dev.ddlint.project.RunnerProfile;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Step;
import dev.ddlint.text.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement as it was folded. What a server does with it is found out once, however many rules ask. */
final class RecordedStep implements Step {
  private final SourceFile file;
  private final Statement statement;
  private final State before;
  private final State.Step folded;
  private final int part;
  private final RunnerProfile.Transaction runs;
  private final RunnerProfile runner;
  private final Physics physics;
  private @Nullable Effects whole;
  private @Nullable Asked last;

  /** Several threads may ask: what belongs together is set at once. */
  private record Asked(Change change, Effects effects) {}

  /** @param runs what the runner does with the section that the statement stands in */
  RecordedStep(SourceFile file, Statement statement, State before, State.Step folded, int part,
      RunnerProfile.Transaction runs, RunnerProfile runner, Physics physics) {
    this.file = file;
    this.statement = statement;
    this.before = before;
    this.folded = folded;
    this.part = part;
    this.runs = runs;
    this.runner = runner;
    this.physics = physics;
  }

  @Override
  public SourceFile file() {
    return file;
  }

  @Override
  public Statement statement() {
    return statement;
  }

  @Override
  public State before() {
    return before;
  }

  @Override
  public State after() {
    return folded.after();
  }

  @Override
  public List<Change> changes() {
    return folded.changes();
  }

  @Override
  public int part() {
    return part;
  }

  @Override
  public Context.Reach transaction() {
    if (before.inTransaction()) {
      return new Context.Reach(Context.Reach.Answer.INSIDE, Context.Reach.Opener.SCRIPT,
          "the script has opened a transaction with BEGIN", runner.wayOut(), runner.next());
    }
    return new Context.Reach(switch (runs.answer()) {
      case IN_TRANSACTION -> Context.Reach.Answer.INSIDE;
      case OUTSIDE -> Context.Reach.Answer.OUTSIDE;
      case UNKNOWN -> Context.Reach.Answer.UNKNOWN;
    }, runs.byTool() ? Context.Reach.Opener.TOOL : Context.Reach.Opener.NOBODY, runs.because(), runner.wayOut(),
        runner.next());
  }

  @Override
  public Effects effects() {
    Effects known = whole;
    if (known == null) {
      known = physics.effects(statement, before, changes());
      whole = known;
    }
    return known;
  }

  /** The rules of one change ask one behind the other. */
  @Override
  public Effects effects(Change change) {
    Asked known = last;
    if (known == null || known.change() != change) {
      known = new Asked(change, physics.effects(change, before, statement));
      last = known;
    }
    return known.effects();
  }
}
