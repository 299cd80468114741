package dev.ddlint.rule.data;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.physics.Lock;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.List;

/** TRUNCATE of a table in use, and with CASCADE of all that refer to it. */
@Rule("truncate-table")
@Concerns({Effect.DATA_LOSS, Effect.LOCK})
public final class TruncateTable implements ChangeRule<Change.TableTruncated> {

  @Override
  public void check(Change.TableTruncated truncated, Context at, Findings findings) {
    Table table = truncated.table();
    if (!at.isOld(table)) {
      return;
    }
    List<String> others = at.effects().locks().stream().map(Lock::table)
        .filter(other -> !other.id().equals(table.id()) && at.isOld(other)).map(Table::displayName).distinct().toList();
    Findings.Report report = findings.report(truncated.span()).about(Subject.of(table));
    if (truncated.cascade() && !others.isEmpty()) {
      report.says("every row of `%s` is lost, and with CASCADE every row of `%s`", table.displayName(),
          String.join("`, `", others));
    } else {
      report.says("every row of `%s` is lost", table.displayName());
    }
    if (truncated.cascade() && !table.isKnown()) {
      report.fact("not seen", "`%s` is not in this history, so which tables refer to it is not known",
          table.displayName());
    }
    report.effects(at.effects());
    report.instead(new Advice(Advice.Kind.NONE,
        List.of(new Advice.Step("instead", List.of("-- delete what may go with a WHERE, outside of the migrations")))));
  }
}
