package dev.ddlint.physics;

import dev.ddlint.catalog.Change.RowsWritten;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.State;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.DataStatement.Kind;
import dev.ddlint.parse.RowFilter;
import java.util.List;
import java.util.Optional;

/** Whether an UPDATE or DELETE with a condition reaches all rows of a table that was there all the same. */
final class RowsReached {
  private final Table table;
  private final State before;

  private RowsReached(Table table, State before) {
    this.table = table;
    this.before = before;
  }

  /** No condition, one that holds for each row, or one that every row meets. */
  static boolean all(RowsWritten written, State before) {
    Kind kind = written.statement().kind();
    boolean finds = kind == Kind.UPDATE || kind == Kind.DELETE;
    if (!finds || !written.statement().filtered()) {
      return finds;
    }
    return isOld(written.table(), before)
        && new RowsReached(written.table(), before).all(RowFilter.of(written.statement()));
  }

  private boolean all(RowFilter filter) {
    return switch (filter.kind()) {
      case EVERY -> true;
      case NULLS -> isNullInAll(filter);
      case JOIN -> isNullInAll(filter) && filter.joined().filter(this::meetsAll).isPresent();
      case SOME -> false;
    };
  }

  /** A column of this migration without a default: no row has a value. */
  private boolean isNullInAll(RowFilter filter) {
    return filter.nullColumns().stream().allMatch(name -> table.column(name)
        .filter(column -> isAddedHere(column) && !column.hasDefault()).isPresent());
  }

  private boolean isAddedHere(Column column) {
    return column.origin().migration() == before.migration();
  }

  /** A join with the table itself, or by another one's key: each row finds the one that it refers to. */
  private boolean meetsAll(RowFilter.Joined joined) {
    List<String> schemas = joined.relation().schema().map(List::of).orElse(before.session().searchPath());
    Optional<Table> other = schemas.stream()
        .flatMap(schema -> before.catalog().table(schema, joined.relation().name()).stream()).findFirst();
    return other.filter(found -> found.id().equals(table.id()) || isOld(found, before) && found.primaryKey()
        .filter(key -> joined.columns().containsAll(found.names(key.columns()))).isPresent()).isPresent();
  }

  private static boolean isOld(Table table, State before) {
    return !table.isTemporary() && !before.isNew(table);
  }
}
