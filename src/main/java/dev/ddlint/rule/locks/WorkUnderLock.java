package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.physics.Effects;
import dev.ddlint.physics.Lock;
import dev.ddlint.physics.LockMode;
import dev.ddlint.physics.Physics;
import dev.ddlint.physics.Work;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.MigrationRule;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.SharedTransaction;
import dev.ddlint.rule.Step;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;
import dev.ddlint.text.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A table stays locked against reads and writes while the same transaction does long work elsewhere. */
@Rule("work-under-lock")
@Concerns({Effect.LOCK, Effect.REWRITE})
@TakesIn("unbatched-backfill")
public final class WorkUnderLock implements MigrationRule {

  /** A lock that the transaction has taken. */
  private record Held(Table table, Step step) {}

  @Override
  public void check(Day day, Findings findings) {
    for (SharedTransaction transaction : SharedTransaction.of(day)) {
      check(transaction, day, findings);
    }
  }

  /** The first work under a lock is reported, with all that waits for it. */
  private static void check(SharedTransaction transaction, Day day, Findings findings) {
    if (transaction.steps().size() < 2) {
      return;
    }
    Map<ObjectId, Held> held = new LinkedHashMap<>();
    for (Step step : transaction.steps()) {
      Effects effects = step.effects();
      boolean none = isOfNewTable(step) || Physics.forbiddenInTransaction(step.statement());
      List<Table> worked = none
          ? List.of()
          : effects.work().readWhole().stream().filter(table -> isOld(table, step) && !blocksWrites(effects, table))
              .distinct().toList();
      List<Held> waiting = held.values().stream()
          .filter(lock -> effects.lockOn(lock.table()).filter(LockMode::blocksReads).isEmpty()).toList();
      if (!worked.isEmpty() && !waiting.isEmpty() && step.file() == day.file()) {
        report(step, effects, worked, waiting, day, findings);
        return;
      }
      effects.locks().stream().filter(lock -> lock.mode().blocksReads()).map(Lock::table)
          .filter(table -> isOld(table, step) && day.after().catalog().table(table.id()).isPresent())
          .forEach(table -> held.putIfAbsent(table.id(), new Held(table, step)));
    }
  }

  /** What blocks the table that it works on is told by the rule about that. */
  private static boolean blocksWrites(Effects effects, Table table) {
    return effects.lockOn(table).filter(LockMode::blocksWrites).isPresent();
  }

  /** A foreign key of a table without rows has nothing to look up in the other. */
  private static boolean isOfNewTable(Step step) {
    return !step.changes().isEmpty() && step.changes().stream()
        .allMatch(change -> change instanceof Change.ForeignKeyAdded added && !isOld(added.table(), step));
  }

  private static boolean isOld(Table table, Step step) {
    return !step.before().isEmptyOrPrivate(table);
  }

  private static void report(Step step, Effects effects, List<Table> worked, List<Held> waiting, Day day,
      Findings findings) {
    Table busy = worked.get(0);
    Held first = waiting.stream().filter(lock -> lock.table().id().equals(busy.id())).findFirst()
        .orElse(waiting.get(0));
    String others = waiting.size() > 1 ? " and " + (waiting.size() - 1) + " more" : "";
    Findings.Report report = findings.report(step.statement().span()).about(Subject.of(written(step).orElse(busy)))
        .says("nobody reads or writes `%s`%s while this %s %s: an earlier statement locked it",
            first.table().displayName(), others, verb(step, effects.work(), busy),
            busy.id().equals(first.table().id()) ? "it" : "`" + busy.displayName() + "`")
        .fact("lock", "ACCESS EXCLUSIVE on %s, kept until the transaction ends", waiting.stream()
            .map(lock -> lock.table().displayName()).collect(Collectors.joining(", ")))
        .fact("why", "%s", step.transaction().reason());
    if (isWritten(step)) {
      report.fact("rows", "each is written anew: in batches, and in transactions of their own, they block little");
    }
    waiting.stream().map(Held::step).distinct().limit(3)
        .forEach(taken -> report.related(new Place(taken.file(), taken.statement().span()), "locked here"));
    report.instead(new Advice(Advice.Kind.SAME_END, List.of(new Advice.Step(step.transaction().next(),
        List.of(step.statement().span().of(day.file().text()) + ";")))));
  }

  /** Whose rows the statement writes: the one that it is about, though it may read another. */
  private static Optional<Table> written(Step step) {
    return step.changes().stream().filter(Change.RowsWritten.class::isInstance).map(Change.RowsWritten.class::cast)
        .map(Change.RowsWritten::table).findFirst();
  }

  private static boolean isWritten(Step step) {
    return step.changes().stream().anyMatch(change -> change instanceof Change.RowsWritten written
        && written.statement().kind() == DataStatement.Kind.UPDATE);
  }

  /** What is done to one table: a statement that rewrites one may only read another. */
  private static String verb(Step step, Work work, Table table) {
    boolean itself = work.tables().stream().anyMatch(worked -> worked.id().equals(table.id()));
    return switch (itself ? work.kind() : Work.Kind.SCAN) {
      case INDEX_BUILD -> "builds an index on";
      case REWRITE -> "rewrites";
      default -> isWritten(step) ? "goes through" : "scans";
    };
  }
}
