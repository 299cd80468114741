package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change.ColumnAdded;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.print.Compose;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.EmptiedTable;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ADD COLUMN NOT NULL without a default: it fails on rows that are there, and old code's inserts fail. */
@Rule("required-column-without-default")
@Concerns({Effect.DATA_FAILURE, Effect.CLIENT_BREAK})
public final class RequiredColumnWithoutDefault implements ChangeRule<ColumnAdded> {

  @Override
  public void check(ColumnAdded added, Context at, Findings findings) {
    Column column = added.column();
    boolean served = at.before().catalog().hasDefault(column) || column.generation() != Column.Generation.NONE;
    if (!column.notNull() || served || added.clause().isEmpty() || at.isNew(added.table())) {
      return;
    }
    Table table = added.table();
    ColumnDefinition definition = added.clause().orElseThrow().column();
    Findings.Report report = findings.report(added.span()).about(Subject.column(table, column.name()));
    if (EmptiedTable.before(table, at)) {
      report.says("code that runs during the deploy inserts without the required `%s.%s`, and fails",
          table.displayName(), column.name());
    } else {
      report.says("adding required `%s.%s` without a default fails when the table has rows", table.displayName(),
          column.name()).fact("fails", "when %s has a row (23502)", table.displayName())
          .fact("why", "even on an empty table, code that runs during the deploy inserts without `%s` and fails",
              column.name());
    }
    report.instead(advice(table, definition));
  }

  private static Advice advice(Table table, ColumnDefinition definition) {
    ObjectName name = Compose.object(table.schema(), table.name());
    String column = definition.name().name();
    List<Advice.Step> steps = new ArrayList<>();
    Optional<String> add = definition.type()
        .map(type -> SqlPrinter.print(Compose.alter(name, Compose.addColumn(column, type))));
    add.ifPresent(sql -> steps.add(new Advice.Step("in this migration", List.of(sql))));
    steps.add(new Advice.Step("deploy", List.of("-- code that writes `" + column + "`; fill the old rows in batches")));
    steps.add(new Advice.Step("then", List.of("-- make it NOT NULL without a long lock: ddlint explain set-not-null")));
    return new Advice(Advice.Kind.STAGED, List.copyOf(steps));
  }
}
