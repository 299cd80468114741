package dev.ddlint.rule.data;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.ir.Identifier;
import dev.ddlint.print.TypeNames;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** INSERT that leaves out a column which must have a value and gets none by itself: it fails. */
@Rule("insert-missing-required")
@Concerns(Effect.DATA_FAILURE)
public final class InsertMissingRequired implements ChangeRule<Change.RowsWritten> {

  @Override
  public void check(Change.RowsWritten written, Context at, Findings findings) {
    Table table = written.table();
    DataStatement statement = written.statement();
    boolean listed = statement.kind() == DataStatement.Kind.INSERT && !statement.columns().isEmpty();
    if (!listed || !table.isComplete() || table.kind().isView() || at.before().catalog().isUncertain(table)
        || isFilledByTrigger(table)) {
      return;
    }
    Set<String> named = statement.columns().stream().map(Identifier::name).collect(Collectors.toSet());
    List<Column> missing = table.columns().stream()
        .filter(column -> isRequired(column) && !named.contains(column.name())).toList();
    if (missing.isEmpty()) {
      return;
    }
    String columns = String.join("`, `", missing.stream().map(Column::name).toList());
    Findings.Report report = findings.report(written.span()).about(Subject.of(table))
        .says("this INSERT fails: `%s` must have `%s`", table.displayName(), columns)
        .fact("fails", "with 23502, null value in column %s", missing.get(0).name());
    missing.forEach(column -> report.related(column.nullability().place(), "`%s` is NOT NULL since here",
        column.name()));
    report.instead(new Advice(Advice.Kind.NONE, List.of(new Advice.Step("instead",
        List.of("-- name it in the INSERT, or give it a default before")))));
  }

  /** A user's own type may bring a default, as domains do. */
  private static boolean isRequired(Column column) {
    boolean plain = column.type().filter(type -> type.user().isEmpty() && TypeNames.isBuiltIn(type.name().name()))
        .isPresent();
    return column.notNull() && plain && !column.hasDefault() && column.generation() == Column.Generation.NONE;
  }

  private static boolean isFilledByTrigger(Table table) {
    return table.triggers().stream().anyMatch(
        trigger -> trigger.statement().filter(s -> !s.timing().equalsIgnoreCase("AFTER")).isPresent());
  }
}
