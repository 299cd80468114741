package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.rule.Schema;
import dev.ddlint.text.Order;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A table that holds the tenant's key. */
record Scoped(Schema schema, TenantModel model, Table table, Column key) {

  /** Those under report but partitions, whose parent speaks for them, and what dynamic SQL may have changed. */
  static Stream<Scoped> all(Schema schema) {
    return of(schema, schema.tables().stream());
  }

  /** The same of all tables, whether under report or not. */
  static Stream<Scoped> everywhere(Schema schema) {
    return of(schema, schema.catalog().tables().values().stream()
        .filter(table -> table.isKnown() && !table.kind().isView() && !table.isTemporary())
        .sorted(Order.by(table -> table.id().value())));
  }

  private static Stream<Scoped> of(Schema schema, Stream<Table> tables) {
    return schema.tenancy().stream().flatMap(model -> tables
        .filter(table -> table.kind() != Table.Kind.PARTITION && !schema.catalog().isUncertain(table))
        .flatMap(table -> KeyColumns.key(table, model).map(key -> new Scoped(schema, model, table, key)).stream()));
  }

  /** Whether it keeps a record of what happened: such rows outlive what they speak of. */
  boolean isRecord() {
    return Records.keeps(table);
  }

  /** The names of columns given by number. */
  Set<String> names(List<Integer> numbers) {
    return Set.copyOf(table.names(numbers));
  }
}
