package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Table;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.TableAction;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.Context;
import java.util.List;

/**
 * How a column of a table in use becomes NOT NULL: a check proves it, and goes again (manual, ALTER TABLE, notes). From
 * PostgreSQL 18 on the constraint itself may be NOT VALID at first.
 */
final class OnlineNotNull {
  private static final int NOT_VALID_SINCE = 18;

  private final ObjectName table;
  private final String column;
  private final String constraint;
  private final boolean direct;

  OnlineNotNull(Table table, String column, Context at) {
    this.table = Compose.object(table.schema(), table.name());
    this.column = column;
    this.constraint = Names.chosen(table.name() + "_" + column, "not_null");
    this.direct = at.settings().postgresVersion() >= NOT_VALID_SINCE;
  }

  /** New rows are checked from here on; no row is read. */
  String check() {
    return print(direct ? Compose.notNull(constraint, column) : Compose.notNullCheck(constraint, column));
  }

  /** Once the check's transaction has ended: the rows are read while others read and write. */
  List<String> use() {
    String validate = print(Compose.validate(constraint));
    return direct
        ? List.of(validate)
        : List.of(validate, print(Compose.setNotNull(column)) + "   -- no scan: the check proves it",
            print(Compose.dropConstraint(constraint)));
  }

  private String print(TableAction action) {
    return SqlPrinter.print(Compose.alter(table, action));
  }
}
