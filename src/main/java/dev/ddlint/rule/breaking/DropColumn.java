package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change.ColumnDropped;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.print.Compose;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.List;

/** DROP COLUMN: running code that names the column fails, and its data is gone. */
@Rule("drop-column")
@Concerns({Effect.CLIENT_BREAK, Effect.DATA_LOSS})
public final class DropColumn implements ChangeRule<ColumnDropped> {

  @Override
  public void check(ColumnDropped dropped, Context at, Findings findings) {
    Table table = dropped.table();
    boolean addedHere = dropped.column().filter(c -> c.origin().migration() == at.before().migration()).isPresent();
    boolean recomputed = Replacements.isComputed(dropped) && Replacements.sameName(dropped, at).isPresent();
    if (addedHere || table.isTemporary() || at.before().isNew(table) || table.kind().isView() || recomputed) {
      return;
    }
    Findings.Report report = findings.report(dropped.span()).about(Subject.column(table, dropped.name()))
        .says("dropping `%s.%s` breaks running code that uses it, and its data is lost", table.displayName(),
            dropped.name());
    if (!dropped.dependents().isEmpty()) {
      report.fact("goes with it", "%s", String.join(", ", dropped.dependents()));
    }
    dropped.column().filter(c -> c.origin().migration() >= 0)
        .ifPresent(c -> report.related(c.origin().place(), "`%s` was made here", dropped.name()));
    if (dropped.column().isEmpty() || !table.isKnown()) {
      report.fact("not seen", "`%s` is not in this history, so what depends on it is not known", table.displayName());
    }
    report.instead(new Advice(Advice.Kind.STAGED, List.of(
        new Advice.Step("first", List.of("-- take `" + dropped.name() + "` out of the code, and deploy")),
        new Advice.Step("then", List.of(SqlPrinter.print(
            Compose.alter(Compose.object(table.schema(), table.name()), Compose.dropColumn(dropped.name()))))))));
  }
}
