package dev.ddlint.catalog;

import dev.ddlint.catalog.Column.Generation;
import dev.ddlint.ir.CreateTable.Like;
import java.util.List;
import java.util.Optional;

/** Copies what LIKE names: columns always, defaults, constraints and indexes where they are included. */
final class LikeFold {
  private final Draft draft;
  private final Like like;

  LikeFold(Draft draft, Like like) {
    this.draft = draft;
    this.like = like;
  }

  private boolean includes(String what) {
    return (like.including().contains("ALL") || like.including().contains(what)) && !like.excluding().contains(what)
        && !like.excluding().contains("ALL");
  }

  void copyColumns(ObjectId to) {
    Table from = draft.tableOrMentioned(like.table());
    ColumnFold columns = new ColumnFold(draft);
    for (Column column : from.columns()) {
      boolean kept = switch (column.generation()) {
        case NONE -> includes("DEFAULTS");
        case IDENTITY_ALWAYS, IDENTITY_BY_DEFAULT -> includes("IDENTITY");
        case STORED, VIRTUAL -> includes("GENERATED");
      };
      columns.copy(column, to, kept ? column.generation() : Generation.NONE,
          kept ? column.defaultValue() : Optional.empty(), draft.origin(like.span()));
      if (kept && column.generation().isIdentity()) {
        Table table = draft.current(to);
        table.column(column.name()).ifPresent(copy -> columns.makeSequence(table, copy, like.span()));
      }
    }
    from.constraints(Constraint.NotNull.class).forEach(notNull -> copyNotNull(from, notNull, to));
    if (includes("CONSTRAINTS")) {
      from.constraints(Constraint.Check.class).forEach(check -> copyCheck(from, check, to));
    }
  }

  private void copyNotNull(Table from, Constraint.NotNull notNull, ObjectId to) {
    Table table = draft.current(to);
    Constraint.NotNull copy = new Constraint.NotNull(draft.newId(), notNull.name(),
        PartitionFold.mapped(from, notNull.columns(), table), notNull.validated(), draft.origin(like.span()));
    draft.put(table.withConstraints(ConstraintFold.plus(table.constraints(), copy)));
  }

  /** The columns that it brings; none where they are not known. */
  List<String> columnNames() {
    return draft.table(like.table()).map(t -> t.columns().stream().map(Column::name).toList()).orElse(List.of());
  }

  private void copyCheck(Table from, Constraint.Check check, ObjectId to) {
    Table table = draft.current(to);
    Constraint.Check copy = new Constraint.Check(draft.newId(), check.name(), check.condition(),
        PartitionFold.mapped(from, check.columns(), table), true, check.noInherit(), draft.origin(like.span()));
    draft.put(table.withConstraints(ConstraintFold.plus(table.constraints(), copy)));
  }

  void copyIndexes(ObjectId to) {
    if (includes("INDEXES")) {
      draft.table(like.table())
          .ifPresent(from -> draft.catalog().indexesOf(from).forEach(index -> new IndexCopy(draft, from, index)
              .to(draft.current(to), true, draft.origin(like.span()))));
    }
  }
}
