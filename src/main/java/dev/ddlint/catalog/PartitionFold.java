package dev.ddlint.catalog;

import dev.ddlint.catalog.Table.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps partitions alike: what a partitioned table has, each of its partitions gets. */
final class PartitionFold {
  private final Draft draft;

  PartitionFold(Draft draft) {
    this.draft = draft;
  }

  List<Table> partitions(Table parent) {
    if (parent.kind() != Kind.PARTITIONED) {
      return List.of();
    }
    return draft.catalog().heirs(parent);
  }

  /** A new index of the parent is made on each partition under a name of its own. */
  void spread(Table parent, Index index) {
    for (Table partition : partitions(parent)) {
      copyIndex(parent, index, partition.id());
    }
  }

  /** Gives a new partition the parent's constraints and indexes. */
  void inherit(Table parent, ObjectId partition) {
    for (Constraint constraint : parent.constraints()) {
      switch (constraint) {
        case Constraint.Check check -> addCheck(parent, check, partition);
        case Constraint.ForeignKey key -> addForeignKey(parent, key, partition);
        case Constraint.Key key -> addKey(parent, key, partition);
        case Constraint.Exclusion exclusion -> {
        }
        case Constraint.NotNull notNull -> {
        }
      }
    }
    for (Index index : draft.catalog().indexesOf(parent)) {
      if (index.constraint().isEmpty()) {
        copyIndex(parent, index, partition);
      }
    }
  }

  private List<Integer> mapped(Table parent, List<Integer> numbers, Table partition) {
    return numbers.stream().flatMap(n -> parent.column(n).stream()).flatMap(c -> partition.column(c.name()).stream())
        .map(Column::number).toList();
  }

  private void addCheck(Table parent, Constraint.Check check, ObjectId id) {
    Table partition = draft.current(id);
    if (!check.noInherit() && partition.constraint(check.name()).isEmpty()) {
      draft.put(partition.withConstraints(ConstraintFold.plus(partition.constraints(),
          new Constraint.Check(draft.newId(), check.name(), check.condition(),
              mapped(parent, check.columns(), partition),
              check.validated(), false, check.origin()))));
    }
  }

  private void addForeignKey(Table parent, Constraint.ForeignKey key, ObjectId id) {
    Table partition = draft.current(id);
    String name = partition.constraint(key.name()).isEmpty()
        ? key.name()
        : GeneratedNames.choose(partition.name(), GeneratedNames.join(parent.names(key.columns())), "fkey",
            n -> partition.constraint(n).isPresent());
    draft.put(partition.withConstraints(ConstraintFold.plus(partition.constraints(),
        new Constraint.ForeignKey(draft.newId(), name, mapped(parent, key.columns(), partition), key.target(),
            key.targetColumns(), key.onDelete(), key.onUpdate(), key.validated(), key.enforced(), key.origin()))));
  }

  private void addKey(Table parent, Constraint.Key key, ObjectId id) {
    Table partition = draft.current(id);
    List<Integer> columns = mapped(parent, key.columns(), partition);
    boolean there = partition.constraints(Constraint.Key.class).stream()
        .anyMatch(k -> k.primary() == key.primary() && k.columns().equals(columns));
    if (there) {
      return;
    }
    String addition = key.primary() ? "" : GeneratedNames.join(parent.names(key.columns()));
    String name = GeneratedNames.choose(partition.name(), addition, key.primary() ? "pkey" : "key",
        n -> draft.isTaken(partition.schema(), n));
    ObjectId constraint = draft.newId();
    Index index = new Index(draft.newId(), id, partition.schema(), name, true, "btree",
        ConstraintFold.plainKeys(columns),
        List.of(), Optional.empty(), key.nullsNotDistinct(), true, Optional.of(constraint), key.origin());
    draft.put(index);
    Table longer = partition.withIndexes(ConstraintFold.plus(partition.indexes(), index.id()))
        .withConstraints(
            ConstraintFold.plus(partition.constraints(), new Constraint.Key(constraint, name, key.primary(),
                columns, index.id(), key.deferral(), key.nullsNotDistinct(), key.origin())));
    for (int number : key.primary() ? columns : List.<Integer>of()) {
      longer = longer.withColumn(number, c -> c.notNull() ? c : c.withNotNull(true, key.origin()));
    }
    draft.put(longer);
  }

  private void copyIndex(Table parent, Index index, ObjectId id) {
    Table partition = draft.current(id);
    List<Index.Key> keys = index.keys().stream().map(key -> mapped(parent, key, partition)).toList();
    List<String> names = new ArrayList<>();
    keys.forEach(key -> names.add(key.column().flatMap(partition::column).map(Column::name).orElse("expr")));
    String name = GeneratedNames.choose(partition.name(), GeneratedNames.join(names), "idx",
        n -> draft.isTaken(partition.schema(), n));
    Index copy = new Index(draft.newId(), id, partition.schema(), name, index.unique(), index.method(), keys,
        mapped(parent, index.include(), partition), index.predicate(), index.nullsNotDistinct(), index.valid(),
        Optional.empty(), index.origin());
    draft.put(copy);
    draft.put(partition.withIndexes(ConstraintFold.plus(partition.indexes(), copy.id())));
  }

  private Index.Key mapped(Table parent, Index.Key key, Table partition) {
    Optional<Integer> column = key.column().map(List::of).map(c -> mapped(parent, c, partition))
        .flatMap(list -> list.stream().findFirst());
    return new Index.Key(column, key.expression(), key.operatorClass(), key.collation(), key.descending(), key.nulls(),
        mapped(parent, key.references(), partition));
  }
}
