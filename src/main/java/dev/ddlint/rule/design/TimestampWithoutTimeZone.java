package dev.ddlint.rule.design;

import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.OwnColumn;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;

/** A moment without a time zone: each session reads it in its own. */
@Rule("timestamp-without-time-zone")
@Concerns(Effect.SCHEMA_STATE)
public final class TimestampWithoutTimeZone implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    OwnColumn.ofAny(schema).stream().filter(own -> own.is("timestamp"))
        .forEach(own -> report(own, findings));
  }

  private static void report(OwnColumn own, Findings findings) {
    own.reportType(findings)
        .says("`%s` is no moment: without a time zone each session reads another one out of it", own.path())
        .fact("use", own.schema().isPrisma() ? "`%s DateTime @db.Timestamptz(3)`" : "`%s timestamptz`", own.written());
  }
}
