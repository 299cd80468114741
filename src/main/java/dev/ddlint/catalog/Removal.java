package dev.ddlint.catalog;

import dev.ddlint.parse.ExpressionWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes tables, columns and constraints away with what cannot stand without them; says in words what went besides. */
final class Removal {
  private final Draft draft;

  Removal(Draft draft) {
    this.draft = draft;
  }

  /** Removes a table, its indexes, sequences and partitions, and the foreign keys to it; with CASCADE also views. */
  List<String> table(Table table, boolean cascade) {
    List<String> dependents = new ArrayList<>();
    for (Table other : draft.catalog().referencing(table)) {
      if (!other.id().equals(table.id())) {
        dependents.addAll(foreignKeysTo(other, table));
      }
    }
    if (cascade) {
      dependents.addAll(readers(table));
    }
    for (Table heir : draft.catalog().heirs(table)) {
      if (table.kind() == Table.Kind.PARTITIONED || cascade) {
        table(heir, cascade);
      }
    }
    List<Sequence> sequences = draft.catalog().sequencesOf(table);
    alone(table);
    if (cascade) {
      sequences.forEach(this::defaultsFrom);
    }
    return List.copyOf(dependents);
  }

  private List<String> readers(Table table) {
    List<String> gone = new ArrayList<>();
    for (Table view : draft.catalog().readersOf(table)) {
      if (draft.catalog().table(view.id()).isPresent()) {
        gone.addAll(view(view));
      }
    }
    return gone;
  }

  /** Removes a view and the views that read it. */
  List<String> view(Table view) {
    List<String> dependents = new ArrayList<>();
    dependents.add((view.kind() == Table.Kind.VIEW ? "view " : "materialized view ") + view.displayName());
    List<Table> readers = draft.catalog().readersOf(view);
    alone(view);
    for (Table reader : readers) {
      if (draft.catalog().table(reader.id()).isPresent()) {
        dependents.addAll(view(reader));
      }
    }
    return dependents;
  }

  /** Removes a table with what is its own, without looking at what leads to it. */
  void alone(Table table) {
    draft.catalog().indexesOf(table).forEach(draft.contents()::remove);
    draft.catalog().sequencesOf(table).forEach(draft.contents()::remove);
    draft.contents().remove(draft.current(table));
  }

  /** Columns elsewhere, such as LIKE makes, lose the default that draws from a sequence that is gone. */
  void defaultsFrom(Sequence sequence) {
    for (Table table : draft.catalog().tables().values()) {
      for (Column column : table.columns()) {
        if (column.defaultValue().filter(value -> Defaults.draws(value, sequence, draft)).isPresent()) {
          draft.put(draft.current(table).withColumn(column.number(), c -> c.withDefault(Optional.empty())));
        }
      }
    }
  }

  private List<String> foreignKeysTo(Table from, Table target) {
    List<String> gone = new ArrayList<>();
    List<Constraint> rest = new ArrayList<>();
    for (Constraint constraint : from.constraints()) {
      if (constraint instanceof Constraint.ForeignKey key && key.target().equals(target.id())) {
        gone.add("foreign key " + key.name() + " of " + from.displayName());
      } else {
        rest.add(constraint);
      }
    }
    draft.put(from.withConstraints(rest));
    return gone;
  }

  /** Removes an index and those of the partitions that stand for it. */
  void index(Index index) {
    Optional<Table> table = draft.catalog().table(index.table());
    for (Table heir : table.map(draft.catalog()::heirs).orElse(List.of())) {
      for (Index part : draft.catalog().indexesOf(heir)) {
        if (draft.catalog().isCopy(part.id(), index.id())) {
          part.constraint().flatMap(id -> heir.constraints().stream().filter(c -> c.id().equals(id)).findFirst())
              .ifPresent(c -> without(heir, c));
          index(part);
        }
      }
    }
    draft.contents().remove(index);
  }

  /** Removes a constraint with its index and its copies; with CASCADE also the foreign keys that need a key. */
  List<String> constraint(Table table, Constraint constraint, boolean cascade) {
    for (Table heir : draft.catalog().heirs(table)) {
      for (Constraint part : heir.constraints()) {
        if (draft.catalog().isCopy(part.id(), constraint.id())) {
          constraint(heir, part, cascade);
        }
      }
    }
    without(table, constraint);
    if (constraint instanceof Constraint.NotNull notNull) {
      nullable(table, notNull, false);
    }
    return switch (constraint) {
      case Constraint.Key key -> {
        draft.catalog().index(key.index()).ifPresent(this::index);
        yield cascade ? foreignKeysOn(table, key) : List.of();
      }
      case Constraint.Exclusion exclusion -> {
        draft.catalog().index(exclusion.index()).ifPresent(this::index);
        yield List.of();
      }
      case Constraint.ForeignKey key -> List.of();
      case Constraint.Check check -> List.of();
      case Constraint.NotNull notNull -> List.of();
    };
  }

  private void without(Table table, Constraint constraint) {
    Table current = draft.current(table);
    draft.put(current.withConstraints(
        current.constraints().stream().filter(c -> !c.id().equals(constraint.id())).toList()));
  }

  /** The foreign keys that need a key go with it. */
  private List<String> foreignKeysOn(Table table, Constraint.Key key) {
    List<String> gone = new ArrayList<>();
    for (Table other : draft.catalog().referencing(table)) {
      for (Constraint.ForeignKey foreign : other.constraints(Constraint.ForeignKey.class)) {
        boolean needs = foreign.target().equals(table.id())
            && Set.copyOf(foreign.targetColumns()).equals(Set.copyOf(key.columns()));
        if (needs) {
          constraint(other, foreign, false);
          gone.add("foreign key " + foreign.name() + " of " + other.displayName());
        }
      }
    }
    return gone;
  }

  /** As {@link #constraint}, but heirs keep what they inherited; what an index keeps goes from partitions always. */
  List<String> alone(Table table, Constraint constraint, boolean cascade) {
    return switch (constraint) {
      case Constraint.Check check -> {
        without(table, check);
        yield List.of();
      }
      case Constraint.NotNull notNull -> {
        without(table, notNull);
        nullable(table, notNull, true);
        yield List.of();
      }
      default -> constraint(table, constraint, cascade);
    };
  }

  private void nullable(Table table, Constraint.NotNull constraint, boolean only) {
    for (int number : constraint.validated() ? constraint.columns() : List.<Integer>of()) {
      draft.current(table).column(number)
          .ifPresent(c -> new NotNullFold(draft).drop(table, c, c.nullability(), only));
    }
  }

  /** Removes a column with its constraints, indexes and sequences, and the views and foreign keys that need it. */
  List<String> column(Table table, Column column, boolean cascade) {
    List<String> dependents = new ArrayList<>();
    for (Constraint constraint : draft.current(table).constraints()) {
      if (constraint.columns().contains(column.number())) {
        dependents.add(kind(constraint) + " " + constraint.name());
        dependents.addAll(alone(table, constraint, true));
      }
    }
    dependents.addAll(indexesOn(table, column));
    if (cascade) {
      dependents.addAll(generatedFrom(table, column));
      dependents.addAll(policiesOn(table, column));
    }
    dependents.addAll(foreignKeysTo(table, column));
    for (Table view : draft.catalog().readersOf(table)) {
      boolean there = draft.catalog().table(view.id()).isPresent();
      if (there && view.query().filter(query -> ExpressionWords.of(query).contains(column.name())).isPresent()) {
        dependents.addAll(cascade ? view(view) : List.of("view " + view.displayName()));
      }
    }
    List<Sequence> sequences = draft.catalog().sequencesOf(table);
    new ColumnFold(draft).dropSequences(table, column.number());
    if (cascade) {
      sequences.stream().filter(s -> !draft.catalog().sequences().containsKey(s.id())).forEach(this::defaultsFrom);
    }
    Table current = draft.current(table);
    draft.put(current.withColumns(
        current.columns().stream().filter(c -> c.number() != column.number()).toList(), current.nextColumn()));
    return List.copyOf(dependents);
  }

  private List<String> generatedFrom(Table table, Column column) {
    List<String> gone = new ArrayList<>();
    for (Column other : table.columns()) {
      boolean generated = other.generation() == Column.Generation.STORED
          || other.generation() == Column.Generation.VIRTUAL;
      if (generated && other.defaultValue()
          .filter(value -> draft.columnsIn(table, value).contains(column.number())).isPresent()) {
        gone.add("generated column " + other.name());
        gone.addAll(column(draft.current(table), other, true));
      }
    }
    return gone;
  }

  private List<String> policiesOn(Table table, Column column) {
    List<String> gone = new ArrayList<>();
    List<Policy> rest = new ArrayList<>();
    for (Policy policy : draft.current(table).policies()) {
      boolean reads = Stream.of(policy.using(), policy.withCheck()).flatMap(Optional::stream)
          .anyMatch(e -> draft.columnsIn(table, e).contains(column.number()));
      if (reads) {
        gone.add("policy " + policy.name());
      } else {
        rest.add(policy);
      }
    }
    draft.put(draft.current(table).withPolicies(rest));
    return gone;
  }

  private List<String> indexesOn(Table table, Column column) {
    List<String> gone = new ArrayList<>();
    for (Index index : draft.catalog().indexesOf(draft.current(table))) {
      boolean used = index.uses(column.number())
          || index.predicate().filter(p -> ExpressionWords.of(p).contains(column.name())).isPresent();
      if (used) {
        gone.add("index " + index.name());
        index.constraint().flatMap(id -> draft.current(table).constraints().stream().filter(c -> c.id().equals(id))
            .findFirst()).ifPresentOrElse(kept -> constraint(table, kept, true), () -> draft.contents().remove(index));
      }
    }
    return gone;
  }

  private List<String> foreignKeysTo(Table table, Column column) {
    List<String> gone = new ArrayList<>();
    for (Table other : draft.catalog().referencing(table)) {
      for (Constraint.ForeignKey key : draft.current(other).constraints(Constraint.ForeignKey.class)) {
        if (key.target().equals(table.id()) && key.targetColumns().contains(column.number())) {
          gone.add("foreign key " + key.name() + " of " + other.displayName());
          constraint(other, key, false);
        }
      }
    }
    return gone;
  }

  private static String kind(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Key key -> key.primary() ? "primary key" : "unique constraint";
      case Constraint.ForeignKey key -> "foreign key";
      case Constraint.Check check -> "check constraint";
      case Constraint.NotNull notNull -> "not-null constraint";
      case Constraint.Exclusion exclusion -> "exclusion constraint";
    };
  }
}
