package dev.ddlint.physics;

import static dev.ddlint.physics.LockMode.ACCESS_EXCLUSIVE;
import static dev.ddlint.physics.LockMode.ACCESS_SHARE;
import static dev.ddlint.physics.LockMode.ROW_EXCLUSIVE;
import static dev.ddlint.physics.LockMode.ROW_SHARE;

import dev.ddlint.catalog.Change.MaterializedViewRefreshed;
import dev.ddlint.catalog.Change.RowsWritten;
import dev.ddlint.catalog.Change.TableLocked;
import dev.ddlint.catalog.Change.TableTruncated;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.ir.DataStatement.Kind;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.ReferentialAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rows that are read, written, emptied or locked (manual, section 13.3.1; physics: update_all, truncate* ...). */
final class DataEffects {
  private final Moment moment;

  DataEffects(Moment moment) {
    this.moment = moment;
  }

  Effects written(RowsWritten change) {
    DataStatement statement = change.statement();
    Table table = change.table();
    Tally tally = new Tally(moment, "physics: update_all, insert_select_backfill, delete_parent_no_fk_index");
    boolean finds = statement.kind() != Kind.INSERT && statement.kind() != Kind.COPY;
    tally.lock(ROW_EXCLUSIVE, finds ? moment.family(table) : List.of(table)).touchRows();
    boolean whole = finds && (!statement.filtered() || RowsReached.all(change, moment.before()));
    if (whole) {
      tally.work(Work.Kind.SCAN, table);
    }
    for (Table source : RelationsRead.inWithViews(statement.text().text(), moment)) {
      if (!source.id().equals(table.id())) {
        read(tally, source, whole || !statement.filtered());
      }
    }
    outgoing(tally, table, statement);
    incoming(tally, table, statement);
    return tally.effects();
  }

  private static void read(Tally tally, Table source, boolean whole) {
    tally.lock(ACCESS_SHARE, source);
    if (whole && source.kind() != Table.Kind.VIEW) {
      tally.work(Work.Kind.SCAN, source);
    }
  }

  /** A row with a foreign key locks the row that it leads to. */
  private void outgoing(Tally tally, Table table, DataStatement statement) {
    if (statement.kind() == Kind.DELETE) {
      return;
    }
    Set<Integer> written = columns(table, statement);
    for (Constraint.ForeignKey key : table.constraints(Constraint.ForeignKey.class)) {
      if (key.enforced() && (statement.kind() != Kind.UPDATE || touches(key.columns(), written))) {
        moment.table(key.target()).ifPresent(target -> tally.lock(ROW_SHARE, target));
      }
    }
  }

  /** Deleting a row, or changing its key, looks for the rows that lead to it: without an index, a scan for each. */
  private void incoming(Tally tally, Table table, DataStatement statement) {
    boolean removes = statement.kind() == Kind.DELETE;
    if (!removes && statement.kind() != Kind.UPDATE) {
      return;
    }
    Set<Integer> written = columns(table, statement);
    for (Table other : new Dependents(moment).referencing(table)) {
      for (Constraint.ForeignKey key : other.constraints(Constraint.ForeignKey.class)) {
        boolean meant = key.target().equals(table.id()) && key.enforced();
        if (meant && (removes || touches(key.targetColumns(), written))) {
          referenced(tally, other, key, removes ? key.onDelete() : key.onUpdate());
        }
      }
    }
  }

  private void referenced(Tally tally, Table other, Constraint.ForeignKey key, ReferentialAction action) {
    boolean refuses = action == ReferentialAction.NO_ACTION || action == ReferentialAction.RESTRICT;
    tally.lock(refuses ? ROW_SHARE : ROW_EXCLUSIVE, other);
    if (refuses) {
      tally.failsWhen("23503", "a row of " + other.displayName() + " refers to one of them");
    }
    if (!isIndexed(other, key)) {
      tally.work(Work.Kind.SCAN, other);
    }
  }

  private boolean isIndexed(Table table, Constraint.ForeignKey key) {
    return moment.indexesOf(table).stream().filter(index -> index.valid() && index.predicate().isEmpty())
        .flatMap(index -> index.columns().stream()).anyMatch(columns -> leads(columns, key.columns()));
  }

  private static boolean leads(List<Integer> index, List<Integer> key) {
    return index.size() >= key.size() && new HashSet<>(index.subList(0, key.size())).containsAll(key);
  }

  private static Set<Integer> columns(Table table, DataStatement statement) {
    Set<Integer> numbers = new HashSet<>();
    statement.columns().stream().map(Identifier::name)
        .forEach(name -> table.column(name).map(Column::number).ifPresent(numbers::add));
    return numbers;
  }

  private static boolean touches(List<Integer> key, Set<Integer> written) {
    return key.stream().anyMatch(written::contains);
  }

  /** Tables get new, empty files: no row is read. */
  Effects truncated(TableTruncated change) {
    Tally tally = new Tally(moment, change.cascade() ? "physics: truncate_cascade" : "physics: truncate");
    List<Table> emptied = new ArrayList<>(moment.family(change.table()));
    for (int i = 0; change.cascade() && i < emptied.size(); i++) {
      for (Table other : new Dependents(moment).referencing(emptied.get(i))) {
        moment.wholeFamily(other).stream().filter(part -> !emptied.contains(part)).forEach(emptied::add);
      }
    }
    return tally.lock(ACCESS_EXCLUSIVE, emptied).effects();
  }

  /** A lock on a view also locks what it reads. */
  Effects locked(TableLocked change) {
    Tally tally = new Tally(moment, "physics: lock_table");
    LockMode mode = LockMode.valueOf(change.mode().toUpperCase(Locale.ROOT).replace(' ', '_'));
    tally.lock(mode, moment.family(change.table()));
    if (change.table().kind() == Table.Kind.VIEW) {
      change.table().query().ifPresent(q -> tally.lock(mode, RelationsRead.inWithViews(q.text(), moment)));
    }
    return tally.effects();
  }

  Effects refreshed(MaterializedViewRefreshed change) {
    Tally tally = new Tally(moment,
        change.concurrently() ? "physics: refresh_matview_concurrently" : "physics: refresh_matview");
    tally.lock(change.concurrently() ? LockMode.EXCLUSIVE : ACCESS_EXCLUSIVE, change.table());
    if (change.withData()) {
      tally.work(change.concurrently() ? Work.Kind.SCAN : Work.Kind.REWRITE, change.table());
      change.table().query().ifPresent(
          query -> RelationsRead.inWithViews(query.text(), moment).forEach(source -> read(tally, source, true)));
    }
    return tally.effects();
  }

  /** A relation is filled from a query. */
  void filled(Tally tally, String query, boolean withData) {
    RelationsRead.inWithViews(query, moment).forEach(source -> read(tally, source, withData));
  }
}
