package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.IndexBuilt;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Fix;
import dev.ddlint.finding.Level;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.physics.Effects;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Context.Reach.Answer;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.EmptiedTable;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.RowsApart;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.SharedTransaction;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;
import dev.ddlint.text.Edit;
import dev.ddlint.text.Place;
import java.util.List;

/** CREATE INDEX on a table in use: writes wait until the index is built. */
@Rule("blocking-index-build")
@Concerns({Effect.LOCK, Effect.DATA_FAILURE})
@TakesIn("unique-on-existing-data")
public final class BlockingIndexBuild implements ChangeRule<IndexBuilt> {

  @Override
  public void check(IndexBuilt built, Context at, Findings findings) {
    CreateIndex statement = built.statement();
    // ON ONLY builds nothing: the parent's index stays invalid until each partition's index is attached.
    if (statement.concurrently() || statement.only() || at.isNew(built.table())
        || EmptiedTable.isFree(built.table(), at)) {
      return;
    }
    Findings.Report report = findings.report(built.span()).about(Subject.of(built.index())).effects(effects(built, at));
    headline(report, built);
    SharedTransaction.closed(built.table(), at).ifPresent(lock -> lock.tell(report));
    if (built.table().kind() == Table.Kind.PARTITIONED) {
      report.instead(PartitionedIndex.advice(built, at.before().catalog()));
    } else {
      advise(report, statement, at);
    }
  }

  private static Effects effects(IndexBuilt built, Context at) {
    return RowsApart.in(built.index(), built.table(), at) ? at.effects().withoutFailure() : at.effects();
  }

  private static void headline(Findings.Report report, IndexBuilt built) {
    String index = built.index().name();
    String table = built.table().displayName();
    if (built.table().kind() == Table.Kind.MATERIALIZED_VIEW) {
      report.level(Level.WARNING).says("building `%s` keeps `%s` from being refreshed until it is done", index, table);
    } else {
      report.says("building `%s` blocks all writes to `%s` until it is done", index, table);
    }
  }

  private static void advise(Findings.Report report, CreateIndex statement, Context at) {
    // What a DO block runs is in a transaction in any case.
    boolean outside = at.transaction().answer() == Answer.OUTSIDE && at.statement() instanceof CreateIndex;
    String sql = SqlPrinter.print(statement.withConcurrently());
    report.instead(new Advice(Advice.Kind.SAME_END, List.of(new Advice.Step(
        outside ? "in this migration" : at.transaction().wayOut(), List.of(sql)))));
    if (outside) {
      Place place = new Place(at.file(), statement.concurrentlyAt());
      report.fix(new Fix("build the index CONCURRENTLY", List.of(new Edit(place, " CONCURRENTLY"))));
    }
  }
}
