package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Table;
import dev.ddlint.rule.Schema;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which tables row security is to guard. */
final class RowSecurityTables {

  private RowSecurityTables() {}

  /** Tables whose state the history tells. */
  static Stream<Table> certain(Schema schema) {
    return schema.tables().stream()
        .filter(table -> table.kind() != Table.Kind.PARTITION && table.kind() != Table.Kind.FOREIGN
            && !schema.catalog().isUncertain(table));
  }

  /** The schemas that clients reach: public, and each in which a table is guarded. */
  static Set<String> exposed(Schema schema) {
    Set<String> schemas = schema.catalog().tables().values().stream().filter(Table::rowSecurity).map(Table::schema)
        .collect(Collectors.toSet());
    schemas.add("public");
    return schemas;
  }
}
