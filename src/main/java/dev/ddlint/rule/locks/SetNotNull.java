package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Change.NotNullSet;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Level;
import dev.ddlint.physics.Effects;
import dev.ddlint.physics.Work;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.EmptiedTable;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.List;

/** SET NOT NULL without a constraint that proves it: the table is read while everybody waits. */
@Rule("set-not-null")
@Concerns({Effect.LOCK, Effect.SCAN, Effect.DATA_FAILURE})
public final class SetNotNull implements ChangeRule<NotNullSet> {

  @Override
  public void check(NotNullSet set, Context at, Findings findings) {
    if (at.isNew(set.table())
        || EmptiedTable.isFree(set.table(), at)) {
      return;
    }
    Effects effects = at.effects();
    boolean already = set.column().filter(Column::notNull).isPresent();
    if (already || effects.work().kind() != Work.Kind.SCAN) {
      return;
    }
    Table table = set.table();
    Findings.Report report = findings.report(set.span()).about(Subject.column(table, set.name()));
    headline(report, set, at);
    report.fact("lock", "ACCESS EXCLUSIVE on %s until the transaction ends; scan of %s", table.displayName(),
        table.displayName());
    set.column().filter(column -> !column.notNull()).ifPresent(column -> origin(report, set, column, at));
    advise(report, set, at);
  }

  /** Of a table that the history tells in part a check may be hidden; of one that it does not tell none is expected. */
  private static void headline(Findings.Report report, NotNullSet set, Context at) {
    Table table = set.table();
    if (table.isComplete() && at.effects().unseen().isPresent()) {
      report.level(Level.WARNING).says(
          "`%s.%s` SET NOT NULL scans the whole table while reads and writes wait, unless a check proves it",
          table.displayName(), set.name());
    } else {
      report.says("`%s.%s` SET NOT NULL scans the whole table while all reads and writes wait", table.displayName(),
          set.name());
    }
    at.effects().unseen().ifPresent(unseen -> report.fact("not seen", "%s", unseen));
  }

  private static void origin(Findings.Report report, NotNullSet set, Column column, Context at) {
    boolean made = column.nullability().migration() >= 0;
    if (!isFilled(set, column, at)) {
      report.fact("fails", "when a row has NULL (23502)");
    }
    if (made) {
      report.related(column.nullability().place(), "`%s` is nullable since here", set.name());
    }
  }

  /** A default for all rows, or an UPDATE of the column before in this migration. */
  private static boolean isFilled(NotNullSet set, Column column, Context at) {
    boolean added = column.origin().migration() == at.before().migration() && column.hasDefault();
    return added || at.migration().stream()
        .anyMatch(change -> change instanceof Change.RowsWritten w && w.table().id().equals(set.table().id())
            && w.span().start() < set.span().start()
            && w.statement().columns().stream().anyMatch(c -> c.name().equals(set.name())));
  }

  private static void advise(Findings.Report report, NotNullSet set, Context at) {
    OnlineNotNull proof = new OnlineNotNull(set.table(), set.name(), at);
    report.instead(new Advice(Advice.Kind.SAME_END,
        List.of(new Advice.Step("in this migration", List.of(proof.check())),
            new Advice.Step(at.transaction().next(), proof.use()))));
  }
}
