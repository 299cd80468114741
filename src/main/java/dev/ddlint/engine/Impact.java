package dev.ddlint.engine;

import dev.ddlint.catalog.Table;
import dev.ddlint.physics.Effects;
import dev.ddlint.physics.LockMode;
import dev.ddlint.project.Migration;
import dev.ddlint.text.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one migration locks and does to a server, transaction by transaction.
 *
 * @param runner the tool that runs it, as messages write it
 * @param touched the tables that it makes or locks, in the order in which it does
 */
public record Impact(Migration migration, String runner, List<Unit> units, List<Touched> touched) {

  /** How the statements of a unit belong together. */
  public enum Reach {
    /** They share a transaction: each lock is kept to its end. */
    TRANSACTION,
    /** A statement alone: its locks go with it. */
    STATEMENT,
    /** It is not known what the tool does. */
    UNKNOWN
  }

  /**
   * Statements that share their locks' end.
   *
   * @param because why they do
   * @param held what piles up while they run, in the order in which tables are first locked
   */
  public record Unit(Reach reach, String because, List<Act> acts, List<Held> held) {}

  /**
   * One statement.
   *
   * @param number counted over the migration, from 1
   * @param place of the statement
   * @param locks the tables that it locks, and whether anybody else may be using them
   * @param idle whether the tables that it reads hold no rows yet
   * @param duration an estimate; empty where the size of a table is not known
   */
  public record Act(int number, Place place, List<Locked> locks, Effects effects, boolean idle,
      Optional<Duration> duration) {}

  /** @param fresh made by the migration itself: nobody waits for it */
  public record Locked(Table table, LockMode mode, boolean fresh) {}

  /**
   * A table that is locked until the unit's end.
   *
   * @param steps the modes, each with the statement that takes it
   * @param duration from the first lock that makes reads or writes wait to the end; empty where that is not known
   */
  public record Held(Table table, List<Taken> steps, Optional<Duration> duration) {
    public LockMode strongest() {
      return steps.get(steps.size() - 1).mode();
    }

    /** The mode held while a statement runs. */
    public Optional<LockMode> during(int number) {
      return steps.stream().filter(step -> step.number() <= number).map(Taken::mode).reduce((a, b) -> b);
    }
  }

  /** @param number of the statement */
  public record Taken(int number, LockMode mode) {}

  /**
   * A table that the migration makes or locks.
   *
   * @param fresh made by the migration
   * @param dropped gone when it ends
   * @param keys the foreign keys that lead from it, as the migration leaves them, or finds them where it drops the table
   */
  public record Touched(Table table, boolean fresh, boolean dropped, List<Link> keys) {}

  /**
   * A foreign key.
   *
   * @param target as people write the referenced table
   * @param fresh added by the migration
   */
  public record Link(List<String> columns, String target, boolean fresh, boolean validated) {}
}
