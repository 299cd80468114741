package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.rule.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A table that holds the tenant's key. */
record Scoped(Schema schema, TenantModel model, Table table, Column key) {
  /** All of them but partitions, whose parent speaks for them, and what dynamic SQL may have changed. */
  static Stream<Scoped> all(Schema schema) {
    return schema.tenancy().stream().flatMap(model -> schema.tables().stream()
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
