package dev.ddlint.rule.design;

import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.OwnColumn;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;

/** Documents kept as their text. */
@Rule("json-column")
@Concerns(Effect.SCHEMA_STATE)
public final class JsonColumn implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    OwnColumn.ofAny(schema).stream().filter(own -> own.is("json"))
        .forEach(own -> report(own, findings));
  }

  private static void report(OwnColumn own, Findings findings) {
    own.reportType(findings)
        .says("`%s` keeps documents as text: it has no `=`, no index and is parsed on each access", own.path())
        .fact("use",
            own.schema().isPrisma() ? "`%s Json`, which is jsonb" : "`%s jsonb`, unless the exact text must stay",
            own.written());
  }
}
