package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change;
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

/** DROP NOT NULL: readers that trust the column meet a NULL. */
@Rule("drop-not-null")
@Concerns(Effect.CLIENT_BREAK)
public final class DropNotNull implements ChangeRule<Change.NotNullDropped> {

  @Override
  public void check(Change.NotNullDropped dropped, Context at, Findings findings) {
    Table table = dropped.table();
    boolean already = dropped.column().filter(column -> column.type().isPresent() && !column.notNull()).isPresent();
    if (already || !at.isOld(table) || dropped.column().filter(at::isAddedHere).isPresent()) {
      return;
    }
    findings.report(dropped.span()).about(Subject.column(table, dropped.name()))
        .says("running code that reads `%s.%s` may meet a NULL that it does not expect", table.displayName(),
            dropped.name())
        .instead(new Advice(Advice.Kind.STAGED, List.of(
            new Advice.Step("first", List.of("-- deploy code that can read NULL")),
            new Advice.Step("then", List.of(SqlPrinter.print(Compose.alter(
                Compose.object(table.schema(), table.name()), Compose.dropNotNull(dropped.name()))))))));
  }
}
