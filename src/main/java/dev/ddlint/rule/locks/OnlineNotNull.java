package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Table;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import java.util.List;

/** How a column of a table in use becomes NOT NULL: a check proves it, and goes again (manual, ALTER TABLE, notes). */
final class OnlineNotNull {
  private final ObjectName table;
  private final String column;
  private final String check;

  OnlineNotNull(Table table, String column) {
    this.table = Compose.object(table.schema(), table.name());
    this.column = column;
    this.check = Names.chosen(table.name() + "_" + column, "not_null");
  }

  /** New rows are checked from here on; no row is read. */
  String check() {
    return SqlPrinter.print(Compose.alter(table, Compose.notNullCheck(check, column)));
  }

  /** Once the check's transaction has ended: the rows are read while others read and write. */
  List<String> use() {
    return List.of(SqlPrinter.print(Compose.alter(table, Compose.validate(check))),
        SqlPrinter.print(Compose.alter(table, Compose.setNotNull(column))) + "   -- no scan: the check proves it",
        SqlPrinter.print(Compose.alter(table, Compose.dropConstraint(check))));
  }
}
