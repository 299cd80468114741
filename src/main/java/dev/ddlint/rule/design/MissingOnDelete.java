package dev.ddlint.rule.design;

import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.ReferentialAction;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import java.util.Locale;

/** A foreign key that does not say what a delete shall do. */
@Rule("missing-on-delete")
@Concerns(Effect.SCHEMA_STATE)
public final class MissingOnDelete implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    for (Table table : schema.tables()) {
      if (table.kind() != Table.Kind.PARTITION) {
        table.constraints(ForeignKey.class).stream().filter(key -> isSilent(schema, key))
            .forEach(key -> report(schema, table, key, findings));
      }
    }
  }

  /** In Prisma the field with the columns can say it; a relation of lists cannot. */
  private static boolean isSilent(Schema schema, ForeignKey key) {
    String clause = key.origin().place().text();
    return schema.isPrisma()
        ? clause.contains("fields") && !clause.contains("onDelete")
        : !String.join(" ", clause.toUpperCase(Locale.ROOT).split("\\s+")).contains("ON DELETE");
  }

  private static void report(Schema schema, Table table, ForeignKey key, Findings findings) {
    String target = schema.catalog().table(key.target()).map(Table::displayName).orElse("the referenced table");
    findings.report(key.origin().place()).about(Subject.constraint(table, key.name()))
        .says("deleting a row of `%s` %s, which `%s` does not say", target, consequence(key.onDelete(), table),
            key.name())
        .fact("use", schema.isPrisma()
            ? "onDelete: Cascade, Restrict, SetNull or NoAction"
            : "ON DELETE CASCADE, RESTRICT, SET NULL or NO ACTION, as it is meant");
  }

  private static String consequence(ReferentialAction action, Table table) {
    return switch (action) {
      case CASCADE -> "deletes those of `" + table.displayName() + "` too";
      case SET_NULL -> "empties the reference in `" + table.displayName() + "`";
      case SET_DEFAULT -> "resets the reference in `" + table.displayName() + "`";
      case NO_ACTION, RESTRICT -> "fails while `" + table.displayName() + "` refers to it";
    };
  }
}
