package dev.ddlint.rule;

import dev.ddlint.catalog.Table;
import dev.ddlint.ir.DoBlock;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.Transaction;
import dev.ddlint.physics.LockMode;
import dev.ddlint.rule.Context.Reach.Answer;
import dev.ddlint.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The statements of a migration that are surely in one transaction: what one of them locks stays locked while the
 * others run.
 *
 * @param steps in order, without the statements that begin and end it
 */
public record SharedTransaction(List<Step> steps) {

  /** An earlier statement of the transaction that keeps readers out of a table until it ends. */
  public record Closed(Table table, Step by) {

    public void tell(Findings.Report report) {
      report.fact("also", "reads of `%s` wait: an earlier statement of the transaction locked it", table.displayName())
          .related(new Place(by.file(), by.statement().span()), "locked here");
    }
  }

  /** Whether readers of a table wait already when the statement under check begins. */
  public static Optional<Closed> closed(Table table, Context at) {
    return of(at.day()).stream().filter(shared -> shared.steps().contains(at.step()))
        .flatMap(shared -> shared.steps().stream().takeWhile(step -> !step.equals(at.step())))
        .filter(step -> step.effects().lockOn(table).filter(LockMode::blocksReads).isPresent()).findFirst()
        .map(step -> new Closed(table, step));
  }

  /**
   * Those of a day, in order. Where it is not known whether a tool opens one, only what the script opens counts. One that
   * began in an earlier migration, because the tool keeps all that is pending in one, begins with that one's statements.
   */
  public static List<SharedTransaction> of(Day day) {
    List<SharedTransaction> all = new ArrayList<>();
    List<Step> open = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    day.sameTransaction().forEach(before -> steps.addAll(before.steps()));
    steps.addAll(day.steps());
    for (Step step : steps) {
      boolean apart = !open.isEmpty() && isApart(open.get(open.size() - 1), step);
      if (apart || step.transaction().answer() != Answer.INSIDE || isBoundary(step)) {
        close(open, all);
      }
      if (step.transaction().answer() == Answer.INSIDE && !isBoundary(step) || step.statement() instanceof DoBlock) {
        open.add(step);
      }
    }
    close(open, all);
    all.removeIf(shared -> shared.steps().stream().noneMatch(step -> step.file() == day.file()));
    return List.copyOf(all);
  }

  /** Whether a transaction of the one statement has surely ended before the next. */
  public static boolean endsBetween(Step last, Step next) {
    return last.part() != next.part() && !next.before().inTransaction() || isBoundary(last) || isBoundary(next)
        || last.transaction().answer() == Answer.OUTSIDE || next.transaction().answer() == Answer.OUTSIDE;
  }

  /** A tool's transaction ends with the part of the file, one that the script opened does not. */
  private static boolean isApart(Step last, Step next) {
    return last.part() != next.part() && !next.before().inTransaction()
        || last.transaction().answer() != Answer.INSIDE;
  }

  /** BEGIN inside a transaction begins nothing. */
  private static boolean isBoundary(Step step) {
    return step.statement() instanceof Transaction t && switch (t.kind()) {
      case COMMIT, ROLLBACK, PREPARE -> true;
      case BEGIN, START -> step.transaction().answer() != Answer.INSIDE;
      case SAVEPOINT, RELEASE, ROLLBACK_TO, COMMIT_PREPARED, ROLLBACK_PREPARED -> false;
    };
  }

  private static void close(List<Step> open, List<SharedTransaction> all) {
    if (!open.isEmpty()) {
      all.add(new SharedTransaction(List.copyOf(open)));
      open.clear();
    }
  }

  /** The statement; for a DO block those inside it, one by one. */
  public static Stream<Statement> opened(Statement statement) {
    return statement instanceof DoBlock block
        ? block.statements().stream().map(DoBlock.Embedded::statement)
        : Stream.of(statement);
  }
}
