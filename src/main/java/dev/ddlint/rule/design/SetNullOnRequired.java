package dev.ddlint.rule.design;

import dev.ddlint.catalog.Column;
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
import java.util.Optional;

/** ON DELETE SET NULL over a column that cannot be NULL. */
@Rule("set-null-on-required")
@Concerns(Effect.DATA_FAILURE)
public final class SetNullOnRequired implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    for (Table table : schema.tables()) {
      if (table.kind() != Table.Kind.PARTITION && !schema.catalog().isUncertain(table)) {
        table.constraints(ForeignKey.class).stream().filter(key -> !namesColumns(key))
            .forEach(key -> check(schema, table, key, findings));
      }
    }
  }

  /** {@code ON DELETE SET NULL (a)} sets only the columns that it names (PostgreSQL 15 and later). */
  private static boolean namesColumns(ForeignKey key) {
    String clause = String.join(" ", key.origin().place().text().toUpperCase(Locale.ROOT).split("\\s+"));
    return key.columns().size() > 1 && (clause.contains("SET NULL (") || clause.contains("SET NULL("));
  }

  private static void check(Schema schema, Table table, ForeignKey key, Findings findings) {
    boolean onDelete = key.onDelete() == ReferentialAction.SET_NULL;
    boolean onUpdate = key.onUpdate() == ReferentialAction.SET_NULL;
    Optional<Column> required = key.columns().stream().flatMap(number -> table.column(number).stream())
        .filter(Column::notNull).findFirst();
    if (required.isEmpty() || !onDelete && !onUpdate) {
      return;
    }
    Column column = required.get();
    String target = schema.catalog().table(key.target()).map(Table::displayName).orElse("the referenced table");
    boolean inKey = table.primaryKey().filter(primary -> primary.columns().contains(column.number())).isPresent();
    findings.report(key.origin().place()).about(Subject.columns(table, key.columns()))
        .says("%s a row of `%s` fails while `%s` refers to it: `%s` cannot be NULL",
            onDelete ? "deleting" : "changing the key of", target, table.displayName(), column.name())
        .fact("fails", "when a row refers to the one that is %s (23502)", onDelete ? "deleted" : "changed")
        .fact("use", "RESTRICT or CASCADE%s", inKey ? "" : ", or let `" + column.name() + "` be NULL")
        .related(column.nullability().place(), "`%s` is NOT NULL here", column.name());
  }
}
