package dev.ddlint.rule.design;

import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.OwnColumn;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;

/** An amount in the currency of whoever reads it. */
@Rule("money-column")
@Concerns(Effect.SCHEMA_STATE)
public final class MoneyColumn implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    OwnColumn.ofAny(schema).stream().filter(own -> own.is("money"))
        .forEach(own -> report(own, findings));
  }

  private static void report(OwnColumn own, Findings findings) {
    own.reportType(findings)
        .says("`%s` changes its meaning with lc_monetary: money holds no currency", own.path())
        .fact("use", own.schema().isPrisma()
            ? "`%s Decimal @db.Decimal(12, 2)` beside a currency"
            : "`%s numeric(12, 2)` beside a currency", own.written());
  }
}
