package dev.ddlint.physics;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.Expression;
import dev.ddlint.parse.ExpressionReader;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether a table's constraints prove that a column holds no NULL, so that SET NOT NULL reads no row (manual, ALTER
 * TABLE, since PostgreSQL 12; physics: set_not_null_with_valid_check, set_not_null_with_notvalid_check). A NOT NULL
 * constraint that waits for its validation proves nothing (physics: set_not_null_not_null_not_valid).
 */
final class ProvesNotNull {

  private ProvesNotNull() {}

  /** A validated CHECK with {@code column IS NOT NULL} among its conditions joined by AND. */
  static boolean proved(Table table, Column column) {
    return proves(table.constraints(Constraint.Check.class).stream(), column);
  }

  /** By a constraint that the migration itself makes: what the history hides of the table does not matter. */
  static boolean provedIn(int migration, Table table, Column column) {
    return proves(table.constraints(Constraint.Check.class).stream()
        .filter(check -> check.origin().migration() == migration), column);
  }

  private static boolean proves(Stream<Constraint.Check> checks, Column column) {
    return checks.filter(Constraint::validated).map(Constraint.Check::condition)
        .anyMatch(
            condition -> mayProve(condition) && ExpressionReader.notNullColumns(condition).contains(column.name()));
  }

  /** Spares the parser most conditions. */
  private static boolean mayProve(Expression condition) {
    return condition.text().toLowerCase(Locale.ROOT).contains("null");
  }
}
