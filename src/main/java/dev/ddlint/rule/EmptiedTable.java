package dev.ddlint.rule;

import dev.ddlint.catalog.Change;
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
   * TRUNCATE, and nothing put in since: nobody else reads or writes the table until the transaction ends, and there is
   * nothing left to read. DELETE leaves the rows in the file, to be read past.
   */
  public static boolean isTruncated(Table table, Context at) {
    return before(table, at) && at.earlier().stream()
        .anyMatch(change -> change instanceof Change.TableTruncated truncated && is(truncated.table(), table));
  }

  private static boolean is(Table a, Table b) {
    return a.id().equals(b.id());
  }

  private static boolean empties(Change.RowsWritten written, boolean before) {
    return switch (written.statement().kind()) {
      case DELETE -> before || RowFilter.of(written.statement()).kind() == RowFilter.Kind.EVERY;
      case INSERT, COPY, MERGE -> false;
      default -> before;
    };
  }
}
