package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.tenancy.TenancyMode;
import dev.ddlint.ir.OtherStatement;
import dev.ddlint.parse.ExpressionWords;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.StatementRule;
import java.util.Set;

/** A role that no policy holds for. */
@Rule("bypass-role")
@Concerns(Effect.TENANCY)
public final class BypassRole implements StatementRule<OtherStatement> {
  private static final Set<String> COMMANDS = Set.of("CREATE ROLE", "ALTER ROLE", "CREATE USER", "ALTER USER");

  @Override
  public void check(OtherStatement statement, Context at, Findings findings) {
    if (!COMMANDS.contains(statement.command())) {
      return;
    }
    Set<String> words = ExpressionWords.of(statement.span().of(at.file().text()));
    boolean bypass = words.contains("bypassrls");
    if ((bypass || words.contains("superuser")) && at.tenants().mode() != TenancyMode.NONE) {
      findings.report(statement.span())
          .says("the role sees the rows of all tenants: no policy holds for it")
          .fact("why", "%s passes by row security on every table", bypass ? "BYPASSRLS" : "a superuser");
    }
  }
}
