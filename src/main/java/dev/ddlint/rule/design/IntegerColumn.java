package dev.ddlint.rule.design;

import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.OwnColumn;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import java.util.Set;

/** A number of four bytes or two where nothing says that it stays small. */
@Rule("integer-column")
@Concerns(Effect.SCHEMA_STATE)
public final class IntegerColumn implements SchemaRule {
  /** What stays small by its name. */
  private static final Set<String> SMALL = Set.of("year", "month", "day", "hour", "minute", "second", "seconds",
      "minutes", "hours", "days", "months", "years", "week", "weeks", "age", "port", "status", "code", "version",
      "level",
      "priority", "order", "position", "rank", "attempt", "attempts", "retry", "retries", "percent", "percentage",
      "rating",
      "score", "width", "height", "index", "limit", "step", "ordinal", "depth");

  @Override
  public void check(Schema schema, Findings findings) {
    OwnColumn.ofAny(schema).stream().filter(IntegerColumn::isOpen)
        .forEach(own -> report(own, findings));
  }

  private static void report(OwnColumn own, Findings findings) {
    own.reportType(findings)
        .says("`%s` ends at %s", own.path(), own.is("int2") ? "32,767" : "2,147,483,647")
        .fact("use",
            own.schema().isPrisma() ? "`%s BigInt`, unless it stays small" : "`%s bigint`, unless it stays small",
            own.written());
  }

  private static boolean isOpen(OwnColumn own) {
    boolean generated = own.column().generation().isIdentity()
        || own.column().defaultValue().filter(value -> value.functions().contains("nextval")).isPresent();
    return (own.is("int4") || own.is("int2")) && !generated && own.words().stream().noneMatch(SMALL::contains);
  }
}
