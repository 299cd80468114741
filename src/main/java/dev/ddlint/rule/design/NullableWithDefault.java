package dev.ddlint.rule.design;

import dev.ddlint.catalog.Column.Generation;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.OwnColumn;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;

/** A column with a default that may still be NULL. */
@Rule("nullable-with-default")
@Concerns(Effect.SCHEMA_STATE)
public final class NullableWithDefault implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    OwnColumn.of(schema).stream().filter(NullableWithDefault::isOpen)
        .forEach(own -> report(own, findings));
  }

  private static void report(OwnColumn own, Findings findings) {
    findings.report(own.column().nullability().place())
        .about(new ObjectPath("default", Subject.column(own.table(), own.column().name()).name()))
        .says("`%s` has a default and may be NULL all the same: readers must handle both", own.path())
        .fact("use", own.schema().isPrisma() ? "`%s` without the `?`" : "NOT NULL for `%s`",
            own.written());
  }

  private static boolean isOpen(OwnColumn own) {
    boolean generated = own.column().generation() != Generation.NONE;
    boolean array = own.column().type().filter(type -> type.isArray()).isPresent();
    return !own.column().notNull() && own.column().hasDefault() && !generated && !array
        && !own.table().kind().isView();
  }
}
