package dev.ddlint.rule;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.parse.RowFilter;

/** Whether a migration took all rows out of a table before a change: then none can make the change fail. */
public final class EmptiedTable {

  private EmptiedTable() {}

  /** TRUNCATE, or DELETE of every row, and nothing put in since. */
  public static boolean before(Table table, Context at) {
    boolean empty = false;
    for (Change change : at.earlier()) {
      switch (change) {
        case Change.TableTruncated truncated when is(truncated.table(), table) -> empty = true;
        case Change.RowsWritten written when is(written.table(), table) -> empty = empties(written, empty);
        default -> {
        }
      }
    }
    return empty;
  }

  /**
   * TRUNCATE, or a required column without a default, which only an empty table takes, and nothing put in since: nobody
   * else reads or writes the table until the transaction ends, and there is nothing left to read. DELETE leaves the rows
   * in the file, to be read past.
   */
  public static boolean isFree(Table table, Context at) {
    boolean free = false;
    for (Change change : at.earlier()) {
      switch (change) {
        case Change.TableTruncated truncated when is(truncated.table(), table) -> free = true;
        case Change.ColumnAdded added when is(added.table(), table) -> free |= refusesRows(added, at);
        case Change.RowsWritten written when is(written.table(), table) -> free &= !fills(written);
        default -> {
        }
      }
    }
    return free;
  }

  private static boolean refusesRows(Change.ColumnAdded added, Context at) {
    Column column = added.column();
    return column.notNull() && column.generation() == Column.Generation.NONE
        && !at.before().catalog().hasDefault(column)
        && added.clause().filter(clause -> !clause.ifNotExists()).isPresent();
  }

  private static boolean fills(Change.RowsWritten written) {
    return switch (written.statement().kind()) {
      case INSERT, COPY, MERGE -> true;
      default -> false;
    };
  }

  private static boolean is(Table a, Table b) {
    return a.id().equals(b.id());
  }

  private static boolean empties(Change.RowsWritten written, boolean before) {
    return switch (written.statement().kind()) {
      case DELETE -> before || RowFilter.of(written.statement()).kind() == RowFilter.Kind.EVERY;
      default -> before && !fills(written);
    };
  }
}
