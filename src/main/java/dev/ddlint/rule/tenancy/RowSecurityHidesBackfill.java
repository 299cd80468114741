package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Change.RowsWritten;
import dev.ddlint.catalog.Session;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Advice.Step;
import dev.ddlint.ir.DataStatement.Kind;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.List;

/** Rows written by a migration under policies that hold for the role that runs it. */
@Rule("row-security-hides-backfill")
@Concerns(Effect.DATA_LOSS)
public final class RowSecurityHidesBackfill implements ChangeRule<RowsWritten> {

  @Override
  public void check(RowsWritten written, Context at, Findings findings) {
    Table table = written.table();
    boolean guarded = table.rowSecurity() && table.rowSecurityForced();
    if (!guarded || at.isNew(table) || speaksForItself(at.before().session())) {
      return;
    }
    boolean insert = written.statement().kind() == Kind.INSERT || written.statement().kind() == Kind.COPY;
    String name = Names.of(Compose.object(table.schema(), table.name()));
    findings.report(written.statement().target().map(target -> target.span()).orElse(written.span()))
        .about(Subject.of(table))
        .says(insert
            ? "rows for `%s` are refused unless a policy admits the role that migrates"
            : "only the rows of `%s` that a policy shows the migrating role are touched, without an error",
            table.displayName())
        .fact("why", "row security is forced on `%s`, so it holds for the owner too; only superusers and roles with"
            + " BYPASSRLS see all rows", table.displayName())
        .instead(new Advice(Advice.Kind.STAGED, List.of(new Step("around the statement, in one transaction",
            List.of("ALTER TABLE " + name + " NO FORCE ROW LEVEL SECURITY;", "-- the statement, run by the owner",
                "ALTER TABLE " + name + " FORCE ROW LEVEL SECURITY;")))));
  }

  /** A migration that sets what the policies ask for, or takes another role, knows of them. */
  private static boolean speaksForItself(Session session) {
    return session.settings().keySet().stream()
        .anyMatch(name -> name.contains(".") || name.equals("role") || name.equals("row_security"));
  }
}
