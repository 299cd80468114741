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
  /** Of each change, where it was asked for. Several threads may ask, and find out the same. */
  private final @Nullable Effects[] parts;

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
    this.parts = new Effects[folded.changes().size()];
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
      known = physics.together(statement, before, changes().stream().map(this::effects).toList());
      whole = known;
    }
    return known;
  }

  @Override
  public Effects effects(Change change) {
    int number = indexOf(change);
    Effects known = parts[number];
    if (known == null) {
      known = physics.effects(change, before, statement);
      parts[number] = known;
    }
    return known;
  }

  /** By identity: equal changes are rare, but to compare them is not cheap. */
  private int indexOf(Change change) {
    for (int i = 0; i < parts.length; i++) {
      if (changes().get(i) == change) {
        return i;
      }
    }
    throw new IllegalArgumentException("no change of this statement: " + change);
  }
}
