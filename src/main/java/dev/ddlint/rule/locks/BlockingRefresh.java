package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.MaterializedViewRefreshed;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.RefreshMaterializedView;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;

/** REFRESH MATERIALIZED VIEW: nobody reads the view until it is filled anew. */
@Rule("blocking-refresh")
@Concerns(Effect.LOCK)
public final class BlockingRefresh implements ChangeRule<MaterializedViewRefreshed> {

  @Override
  public void check(MaterializedViewRefreshed refreshed, Context at, Findings findings) {
    Table view = refreshed.table();
    if (refreshed.concurrently() || at.before().isNew(view)) {
      return;
    }
    Findings.Report report = findings.report(refreshed.span()).about(Subject.of(view)).effects(at.effects());
    if (!refreshed.withData()) {
      report.says("`%s` cannot be read until it is refreshed again: it holds no data (55000)", view.displayName())
          .instead(new Advice(Advice.Kind.NONE, List.of()));
      return;
    }
    report.says("refreshing `%s` blocks all reads of it until the query has run", view.displayName());
    boolean usable = at.before().catalog().indexesOf(view).stream().anyMatch(BlockingRefresh::tellsRowsApart);
    if (!view.isKnown()) {
      report.fact("not seen", "whether `%s` has the unique index that CONCURRENTLY needs: it is not in this history",
          view.displayName());
    } else if (!usable) {
      report.fact("needs", "a unique index over columns of `%s`, without WHERE; this history makes none",
          view.displayName());
    }
    report.instead(advice(view, usable || !view.isKnown(), at));
  }

  private static boolean tellsRowsApart(Index index) {
    return index.unique() && index.valid() && index.predicate().isEmpty() && index.columns().isPresent();
  }

  private static Advice advice(Table view, boolean usable, Context at) {
    ObjectName name = Compose.object(view.schema(), view.name());
    String refresh = SqlPrinter.print(new RefreshMaterializedView(name, true, true, Span.NONE));
    List<Advice.Step> steps = new ArrayList<>();
    if (!usable) {
      steps.add(new Advice.Step(at.transaction().wayOut(),
          List.of("-- CREATE UNIQUE INDEX CONCURRENTLY ON " + Names.of(name) + " (columns that tell its rows apart)")));
    }
    steps.add(new Advice.Step(usable ? "in this migration" : "then", List.of(refresh)));
    return new Advice(Advice.Kind.SAME_END, List.copyOf(steps));
  }
}
