package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.print.Types;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.EmptiedTable;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.SecondColumn;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;
import dev.ddlint.text.Place;
import java.util.Optional;

/** DROP COLUMN and ADD COLUMN of the same name: what the column held is gone. */
@Rule("recreated-column")
@Concerns({Effect.CLIENT_BREAK, Effect.DATA_LOSS, Effect.DATA_FAILURE})
@TakesIn({"drop-column", "required-column-without-default"})
public final class RecreatedColumn implements ChangeRule<Change.ColumnDropped> {

  @Override
  public void check(Change.ColumnDropped dropped, Context at, Findings findings) {
    Table table = dropped.table();
    Optional<Change.ColumnAdded> again = Replacements.sameName(dropped, at);
    if (again.isEmpty() || !at.isOld(table) || dropped.column().filter(at::isAddedHere).isPresent()
        || Replacements.isCopied(dropped, at) || Replacements.isComputed(dropped)
        || EmptiedTable.before(table, at)) {
      return;
    }
    Column column = again.get().column();
    String to = column.type().map(type -> Types.of(type.name())).orElse("its new form");
    Findings.Report report = findings.report(dropped.span()).about(Subject.column(table, dropped.name()))
        .says("making `%s.%s` anew as %s loses what it holds", table.displayName(), dropped.name(), to)
        .related(new Place(at.file(), again.get().span()), "`%s` comes back empty here", dropped.name());
    if (!dropped.dependents().isEmpty()) {
      report.fact("goes with it", "%s", String.join(", ", dropped.dependents()));
    }
    boolean required = column.notNull() && !column.hasDefault() && column.generation() == Column.Generation.NONE;
    if (required) {
      report.fact("fails", "when %s has a row (23502)", table.displayName());
    }
    column.type().ifPresent(type -> report.instead(
        SecondColumn.advice(table, dropped.name(), dropped.column(), type.name(), at.before().catalog())));
  }
}
