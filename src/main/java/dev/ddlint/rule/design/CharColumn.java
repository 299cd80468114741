package dev.ddlint.rule.design;

import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.OwnColumn;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;

/** Text padded with blanks. */
@Rule("char-column")
@Concerns(Effect.SCHEMA_STATE)
public final class CharColumn implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    OwnColumn.ofAny(schema).stream().filter(own -> own.is("bpchar"))
        .forEach(own -> report(own, findings));
  }

  private static void report(OwnColumn own, Findings findings) {
    own.reportType(findings)
        .says("`%s` is padded with blanks, which comparisons drop and LIKE does not", own.path())
        .fact("use", own.schema().isPrisma() ? "`%s String`" : "`%s text`, with a CHECK on the length where it matters",
            own.written());
  }
}
