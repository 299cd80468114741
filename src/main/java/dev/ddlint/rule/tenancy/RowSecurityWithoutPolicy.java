package dev.ddlint.rule.tenancy;

import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TablePlace;

/** Row security without a policy: nobody but the owner sees a row. */
@Rule("row-security-without-policy")
@Concerns(Effect.SCHEMA_STATE)
public final class RowSecurityWithoutPolicy implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    if (schema.tenants().usesRowSecurity()) {
      RowSecurityTables.certain(schema).filter(table -> table.rowSecurity() && table.policies().isEmpty())
          .forEach(table -> findings.report(TablePlace.of(table)).about(Subject.of(table))
              .says("`%s` has row security and no policy: only its owner and superusers see rows",
                  table.displayName())
              .fact("why",
                  "without a policy each command finds no rows and each INSERT fails; that is right where only the"
                      + " server's own role uses the table"));
    }
  }
}
