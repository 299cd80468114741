package dev.ddlint.rule.data;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.parse.RowFilter;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.List;

/** DELETE of every row of a table in use. */
@Rule("delete-without-where")
@Concerns(Effect.DATA_LOSS)
public final class DeleteWithoutWhere implements ChangeRule<Change.RowsWritten> {

  @Override
  public void check(Change.RowsWritten written, Context at, Findings findings) {
    Table table = written.table();
    if (written.statement().kind() != DataStatement.Kind.DELETE || !at.isOld(table)) {
      return;
    }
    boolean every = RowFilter.of(written.statement()).kind() == RowFilter.Kind.EVERY;
    if (!every) {
      return;
    }
    Findings.Report report = findings.report(written.span()).about(Subject.of(table))
        .says("every row of `%s` is deleted", table.displayName());
    if (written.statement().filtered()) {
      report.fact("why", "the WHERE holds for each row");
    }
    report.effects(at.effects());
    report.instead(new Advice(Advice.Kind.NONE,
        List.of(
            new Advice.Step("instead", List.of("-- say in WHERE which rows, or delete outside of the migrations")))));
  }
}
