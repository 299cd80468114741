package dev.ddlint.rule.tenancy;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Advice.Step;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableAction.RowSecurity.Switch;
import dev.ddlint.print.Compose;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TablePlace;
import dev.ddlint.text.Span;
import java.util.List;

/** Row security that the table's owner passes by. */
@Rule("row-security-not-forced")
@Concerns(Effect.TENANCY)
public final class RowSecurityNotForced implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    if (!schema.tenants().usesRowSecurity()) {
      return;
    }
    TableAction force = new TableAction.RowSecurity(Switch.FORCE, Span.NONE);
    RowSecurityTables.certain(schema).filter(table -> table.rowSecurity() && !table.rowSecurityForced())
        .forEach(table -> findings.report(TablePlace.of(table)).about(Subject.of(table))
            .says("the owner of `%s` sees the rows of all tenants: row security is not forced", table.displayName())
            .fact("why", "policies do not hold for the owner, and many applications log in as the role that runs the"
                + " migrations")
            .instead(new Advice(Advice.Kind.STAGED, List.of(new Step("in a migration",
                List.of(SqlPrinter.print(Compose.alter(Compose.object(table.schema(), table.name()), force))))))));
  }
}
