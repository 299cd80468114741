package dev.ddlint.catalog;

import dev.ddlint.catalog.Table.Kind;
import dev.ddlint.ir.Expression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps partitions alike: what a partitioned table has, each of its partitions gets, or brings itself (manual, section
 * 5.12.2). What stands for a thing of the parent is a copy of it and goes with it.
 */
final class PartitionFold {
  private final Draft draft;

  PartitionFold(Draft draft) {
    this.draft = draft;
  }

  List<Table> partitions(Table parent) {
    return parent.kind() == Kind.PARTITIONED ? draft.catalog().heirs(parent) : List.of();
  }

  /** Gives a new partition the parent's constraints, indexes and row triggers. */
  void inherit(Table parent, ObjectId partition) {
    parent.constraints().forEach(constraint -> inherit(parent, constraint, partition));
    for (Index index : draft.catalog().indexesOf(parent)) {
      if (index.constraint().isEmpty()) {
        inherit(parent, index, partition);
      }
    }
    parent.triggers().forEach(trigger -> inherit(trigger, partition));
  }

  /** As {@link #inherit(Table, ObjectId)} for a table that is just made: its checks hold, since it has no rows. */
  void inheritNew(Table parent, ObjectId heir) {
    if (parent.kind() == Kind.PARTITIONED) {
      inherit(parent, heir);
    } else {
      parent.constraints(Constraint.Check.class).forEach(check -> inherit(parent, check, heir));
    }
    Table table = draft.current(heir);
    draft.put(table.withConstraints(table.constraints().stream()
        .map(c -> c instanceof Constraint.Check check && draft.catalog().copies().containsKey(c.id())
            ? check.withValidated()
            : c)
        .toList()));
  }

  /** A new constraint of the parent comes to each partition, a check also to inheriting tables. */
  void spread(Table parent, Constraint constraint) {
    boolean check = constraint instanceof Constraint.Check;
    List<Table> heirs = check ? draft.catalog().heirs(parent) : partitions(parent);
    heirs.forEach(partition -> inherit(parent, constraint, partition.id()));
  }

  /** A new index of the parent is made on each partition, under a name of its own, unless a like one is there. */
  void spread(Table parent, Index index) {
    partitions(parent).forEach(partition -> inherit(parent, index, partition.id()));
  }

  void spread(Table parent, Trigger trigger) {
    partitions(parent).forEach(partition -> inherit(trigger, partition.id()));
  }

  /** Only row triggers are cloned; a statement's trigger stays on the table that the statement names. */
  private void inherit(Trigger trigger, ObjectId id) {
    Table partition = draft.current(id);
    if (trigger.forEachRow() && partition.triggers().stream().noneMatch(t -> t.name().equals(trigger.name()))) {
      draft.put(partition.withTriggers(ConstraintFold.plus(partition.triggers(), trigger)));
      spread(draft.current(id), trigger);
    }
  }

  /** What happens to a trigger happens to its clones. */
  void replace(Table table, Trigger trigger, Optional<Trigger> by) {
    draft.put(draft.current(table).withTriggers(draft.current(table).triggers().stream()
        .flatMap(t -> t.equals(trigger) ? by.stream() : Stream.of(t)).toList()));
    if (trigger.forEachRow()) {
      partitions(table).forEach(partition -> replace(partition, trigger, by));
    }
  }

  private void inherit(Table parent, Constraint constraint, ObjectId partition) {
    switch (constraint) {
      case Constraint.Check check -> inherit(parent, check, partition);
      case Constraint.ForeignKey key -> inherit(parent, key, partition);
      case Constraint.Key key -> draft.catalog().index(key.index())
          .ifPresent(index -> inherit(parent, index, partition));
      case Constraint.Exclusion exclusion -> draft.catalog().index(exclusion.index())
          .ifPresent(index -> inherit(parent, index, partition));
      case Constraint.NotNull notNull -> {
      }
    }
  }

  /** Checks are merged by name. */
  private void inherit(Table parent, Constraint.Check check, ObjectId id) {
    Table partition = draft.current(id);
    if (check.noInherit()) {
      return;
    }
    Optional<Constraint> same = partition.constraint(check.name());
    if (same.isEmpty()) {
      Constraint.Check copy = new Constraint.Check(draft.newId(), check.name(), check.condition(),
          mapped(parent, check.columns(), partition), check.validated(), false, check.origin());
      draft.put(partition.withConstraints(ConstraintFold.plus(partition.constraints(), copy)));
      draft.contents().copy(copy.id(), check.id());
      draft.catalog().heirs(draft.current(id)).forEach(heir -> inherit(draft.current(id), copy, heir.id()));
    } else {
      draft.contents().copy(same.get().id(), check.id());
    }
  }

  /** A foreign key that the partition brings is taken for the parent's if it says the same. */
  private void inherit(Table parent, Constraint.ForeignKey key, ObjectId id) {
    Table partition = draft.current(id);
    List<Integer> columns = mapped(parent, key.columns(), partition);
    for (Constraint.ForeignKey own : partition.constraints(Constraint.ForeignKey.class)) {
      boolean same = own.target().equals(key.target()) && own.columns().equals(columns)
          && own.targetColumns().equals(key.targetColumns()) && own.onDelete() == key.onDelete()
          && own.onUpdate() == key.onUpdate() && !draft.catalog().copies().containsKey(own.id());
      if (same) {
        draft.contents().copy(own.id(), key.id());
        return;
      }
    }
    String name = partition.constraint(key.name()).isEmpty()
        ? key.name()
        : GeneratedNames.choose(partition.name(), GeneratedNames.join(parent.names(key.columns())), "fkey",
            n -> draft.isConstraintTaken(partition.schema(), n));
    Constraint.ForeignKey copy = new Constraint.ForeignKey(draft.newId(), name, columns, key.target(),
        key.targetColumns(), key.onDelete(), key.onUpdate(), key.validated(), key.enforced(), key.origin());
    draft.put(partition.withConstraints(ConstraintFold.plus(partition.constraints(), copy)));
    draft.contents().copy(copy.id(), key.id());
    spread(draft.current(id), copy);
  }

  /** An exclusion constraint's index is never taken for another's (CompareIndexInfo). */
  private void inherit(Table parent, Index index, ObjectId id) {
    Table partition = draft.current(id);
    for (Index own : draft.catalog().indexesOf(partition)) {
      boolean free = !draft.catalog().copies().containsKey(own.id());
      boolean kept = own.constraint().isPresent() || index.constraint().isEmpty();
      if (free && kept && !isExclusion(parent, index) && !isExclusion(partition, own)
          && matches(parent, index, partition, own)) {
        draft.contents().copy(own.id(), index.id());
        return;
      }
    }
    copy(parent, index, partition);
  }

  private static boolean isExclusion(Table table, Index index) {
    return table.constraints(Constraint.Exclusion.class).stream().anyMatch(c -> c.index().equals(index.id()));
  }

  /** What CompareIndexInfo looks at; the order of sorting is not among it. */
  private boolean matches(Table parent, Index index, Table partition, Index own) {
    if (own.unique() != index.unique() || !own.method().equals(index.method())
        || own.nullsNotDistinct() != index.nullsNotDistinct() || own.keys().size() != index.keys().size()
        || !own.include().equals(mapped(parent, index.include(), partition))
        || !text(own.predicate()).equals(text(index.predicate()))) {
      return false;
    }
    for (int i = 0; i < own.keys().size(); i++) {
      Index.Key mine = own.keys().get(i);
      Index.Key other = mapped(parent, index.keys().get(i), partition);
      if (!mine.column().equals(other.column()) || !text(mine.expression()).equals(text(other.expression()))
          || !mine.operatorClass().equals(other.operatorClass()) || !mine.collation().equals(other.collation())) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> text(Optional<Expression> expression) {
    return expression.map(e -> e.text().replaceAll("\\s+", ""));
  }

  private void copy(Table parent, Index index, Table partition) {
    Index copy = new IndexCopy(draft, parent, index).to(partition, index.valid(), index.origin());
    draft.contents().copy(copy.id(), index.id());
    Table whole = draft.current(partition);
    partitions(whole).forEach(part -> inherit(whole, copy, part.id()));
  }

  /** Columns of one table in the other that has them by the same names. */
  static List<Integer> mapped(Table parent, List<Integer> numbers, Table partition) {
    return numbers.stream().flatMap(n -> parent.column(n).stream()).flatMap(c -> partition.column(c.name()).stream())
        .map(Column::number).toList();
  }

  static Index.Key mapped(Table parent, Index.Key key, Table partition) {
    Optional<Integer> column = key.column().map(List::of).map(c -> mapped(parent, c, partition))
        .flatMap(list -> list.stream().findFirst());
    return new Index.Key(column, key.expression(), key.operatorClass(), key.collation(), key.descending(), key.nulls(),
        mapped(parent, key.references(), partition));
  }
}
