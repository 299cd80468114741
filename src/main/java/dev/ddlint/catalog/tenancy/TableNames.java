package dev.ddlint.catalog.tenancy;

import dev.ddlint.catalog.Table;

/** How a project's configuration names tables. */
final class TableNames {

  private TableNames() {}

  /** Whether the name, with or without a schema, is the table's. */
  static boolean matches(String name, Table table) {
    return name.equalsIgnoreCase(table.name()) || name.equalsIgnoreCase(table.schema() + "." + table.name());
  }
}
