package dev.ddlint.catalog;

import dev.ddlint.ir.TableAction;
import java.util.List;
import java.util.Optional;

/**
 * NOT NULL through inheritance: an heir's column has what its parents say, and may say so itself besides. Whose it is
 * shows by where it was said: an inherited one stands where the parent's stands.
 */
final class NotNullFold {
  private final Draft draft;

  NotNullFold(Draft draft) {
    this.draft = draft;
  }

  void set(Table table, TableAction.SetNotNull action, boolean only) {
    Origin at = draft.origin(action.span());
    Optional<Column> column = new ColumnFold(draft).known(table, action.column());
    column.ifPresent(c -> {
      Table current = draft.current(table);
      boolean said = c.notNull() && table.parents().isEmpty();
      draft.put((said ? current : current.withColumn(c.number(), x -> x.withNotNull(true, at)))
          .withConstraints(validated(current, c)));
      if (!only) {
        spread(table, c.name(), at);
      }
    });
    draft.add(new Change.NotNullSet(table, action.column().name(), column, action.span()));
  }

  /** SET NOT NULL validates the constraint of the column. */
  private static List<Constraint> validated(Table table, Column column) {
    return table.constraints().stream()
        .map(c -> c instanceof Constraint.NotNull notNull && isOf(c, column) ? notNull.withValidated() : c).toList();
  }

  private static boolean isOf(Constraint constraint, Column column) {
    return constraint instanceof Constraint.NotNull && constraint.columns().contains(column.number());
  }

  /** Heirs get the NOT NULL of a column; one that has its own keeps it. */
  void spread(Table table, String column, Origin at) {
    for (Table heir : draft.catalog().heirs(table)) {
      heir.column(column).filter(c -> !c.notNull())
          .ifPresent(c -> draft.put(heir.withColumn(c.number(), x -> x.withNotNull(true, at))));
      spread(heir, column, at);
    }
  }

  void drop(Table table, TableAction.DropNotNull action, boolean only) {
    Optional<Column> column = new ColumnFold(draft).known(table, action.column());
    column.ifPresent(c -> drop(table, c, draft.origin(action.span()), only));
    draft.add(new Change.NotNullDropped(table, action.column().name(), column, action.span()));
  }

  /** Drops it with its constraint, and in the heirs where nothing else says so. */
  void drop(Table table, Column column, Origin at, boolean only) {
    Table current = draft.current(table);
    draft.put(current.withColumn(column.number(), c -> c.withNotNull(false, at))
        .withConstraints(current.constraints().stream().filter(c -> !isOf(c, column)).toList()));
    if (column.notNull() && !only) {
      draft.catalog().heirs(table).forEach(heir -> dropInherited(heir, column, at));
    }
  }

  private void dropInherited(Table heir, Column from, Origin at) {
    heir.column(from.name()).filter(c -> c.notNull() && c.nullability().equals(from.nullability()))
        .ifPresent(c -> ofParent(heir, c.name()).ifPresentOrElse(
            other -> draft.put(heir.withColumn(c.number(), x -> x.withNotNull(true, other.nullability()))),
            () -> drop(heir, c, at, false)));
  }

  /** A column of a parent that says so too. */
  private Optional<Column> ofParent(Table heir, String column) {
    return heir.parents().stream().flatMap(id -> draft.catalog().table(id).stream())
        .flatMap(parent -> parent.column(column).stream()).filter(Column::notNull).findFirst();
  }

  /** A partition's is the parent's from now on: the server refuses to attach one that lacks it. */
  void attach(Table parent, Table partition) {
    for (Column column : parent.columns()) {
      if (column.notNull()) {
        partition.column(column.name()).ifPresent(c -> inherit(partition, c, column.nullability()));
      }
    }
  }

  private void inherit(Table partition, Column column, Origin at) {
    draft.put(draft.current(partition).withColumn(column.number(), c -> c.withNotNull(true, at)));
    for (Table heir : draft.catalog().heirs(partition)) {
      heir.column(column.name()).filter(c -> !c.notNull() || c.nullability().equals(column.nullability()))
          .ifPresent(c -> inherit(heir, c, at));
    }
  }

  /** A table that joins a parent or leaves it by a statement of its own has what it has by itself. */
  void own(Table table, Table parent, Origin at) {
    for (Column column : table.columns()) {
      boolean alike = column.notNull()
          && parent.column(column.name()).filter(c -> c.nullability().equals(column.nullability())).isPresent();
      if (alike) {
        draft.put(draft.current(table).withColumn(column.number(), c -> c.withNotNull(true, at)));
      }
    }
  }
}
