package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Constraint.Key;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.Table.Distribution;
import dev.ddlint.catalog.tenancy.TenancyMode;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.text.Place;
import java.util.List;
import java.util.Optional;

/** A key of a table that Citus spreads over servers which does not hold the column it is spread by. */
@Rule("distribution-column-missing")
@Concerns(Effect.TENANCY)
public final class DistributionColumnMissing implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    if (schema.tenants().mode() == TenancyMode.CITUS) {
      schema.tables().stream().filter(table -> !schema.catalog().isUncertain(table)).forEach(
          table -> column(table, schema).ifPresent(column -> check(table, column, schema, findings)));
    }
  }

  /** What the history spreads it by; where it spreads no table, the tenant's key. */
  private static Optional<Column> column(Table table, Schema schema) {
    if (table.distribution().isPresent()) {
      return table.distribution().flatMap(Distribution::column).flatMap(table::column);
    }
    boolean told = schema.catalog().tables().values().stream().anyMatch(other -> other.distribution().isPresent());
    return told ? Optional.empty() : schema.tenancy().flatMap(model -> KeyColumns.key(table, model));
  }

  private static void check(Table table, Column column, Schema schema, Findings findings) {
    for (Constraint constraint : table.constraints()) {
      switch (constraint) {
        case Key key when !key.columns().contains(column.number()) ->
          report(key.origin().place(), key.name(), key.primary() ? "a primary key" : "a unique constraint", table,
              column,
              findings);
        case ForeignKey key when !key.columns().contains(column.number()) && isSpread(key, schema) ->
          report(key.origin().place(), key.name(), "a foreign key", table, column, findings);
        default -> {
        }
      }
    }
    schema.catalog().indexesOf(table).stream().filter(index -> index.unique() && index.constraint().isEmpty())
        .filter(index -> !holds(index, column)).forEach(
            index -> report(index.origin().place(), index.name(), "a unique index", table, column, findings));
  }

  private static boolean holds(Index index, Column column) {
    return index.keys().stream().anyMatch(key -> key.column().equals(Optional.of(column.number())));
  }

  /** A reference table is whole on each server, so a foreign key to it is free. */
  private static boolean isSpread(ForeignKey key, Schema schema) {
    return schema.catalog().table(key.target()).flatMap(target -> column(target, schema)).isPresent();
  }

  private static void report(Place place, String name, String what, Table table, Column column, Findings findings) {
    findings.report(place).about(Subject.constraint(table, name))
        .says("Citus refuses `%s` on `%s`: %s must hold `%s`", name, table.displayName(), what, column.name())
        .fact("why", "each server holds a part of the rows and can answer for no other; with `%s` in it the rows in"
            + " question are on one server", column.name());
  }
}
