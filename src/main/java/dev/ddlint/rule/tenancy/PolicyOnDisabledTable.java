package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Policy;
import dev.ddlint.catalog.Table;
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

/** Policies that do nothing, since row security is off. */
@Rule("policy-on-disabled-table")
@Concerns(Effect.TENANCY)
public final class PolicyOnDisabledTable implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    if (schema.tenants().usesRowSecurity()) {
      RowSecurityTables.certain(schema).filter(table -> !table.rowSecurity() && !table.policies().isEmpty())
          .forEach(table -> report(schema, table, findings));
    }
  }

  private static void report(Schema schema, Table table, Findings findings) {
    Policy policy = table.policies().get(0);
    TableAction enable = new TableAction.RowSecurity(Switch.ENABLE, Span.NONE);
    findings.report(new Guard(schema, table, policy).header()).about(Subject.of(table))
        .says("the policies of `%s` do nothing: row security is not enabled on it", table.displayName())
        .fact("why", "every role with a privilege on the table sees all rows, whatever the policies say")
        .related(TablePlace.of(table), "the table")
        .instead(new Advice(Advice.Kind.STAGED, List.of(new Step("in a migration",
            List.of(SqlPrinter.print(Compose.alter(Compose.object(table.schema(), table.name()), enable)))))));
  }
}
