package dev.ddlint.catalog;

import dev.ddlint.catalog.Catalog.QualifiedName;
import dev.ddlint.ir.Drop;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.TableAction;
import dev.ddlint.parse.ExpressionWords;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes objects away, and what goes with them. */
final class DropFold {
  private final Draft draft;

  DropFold(Draft draft) {
    this.draft = draft;
  }

  void drop(Drop statement) {
    for (Drop.Target target : statement.targets()) {
      drop(statement, target);
    }
  }

  private void drop(Drop statement, Drop.Target target) {
    ObjectName name = target.name();
    switch (statement.kind()) {
      case TABLE, FOREIGN_TABLE -> dropTable(statement, target);
      case VIEW, MATERIALIZED_VIEW -> dropView(statement, target);
      case INDEX -> dropIndex(statement, target);
      case SEQUENCE -> {
        draft.relation(name).map(draft.catalog().sequences()::get).ifPresent(draft::remove);
        dropped(statement, name, target.span());
      }
      case TYPE, DOMAIN -> dropType(statement, target);
      case TRIGGER -> target.table().flatMap(draft::table).ifPresent(table -> {
        draft.put(table.withTriggers(table.triggers().stream().filter(t -> !t.name().equals(name.name())).toList()));
        draft.add(new Change.TriggerDropped(table, name.name(), target.span()));
      });
      case POLICY -> target.table().map(draft::tableOrMentioned).ifPresent(table -> {
        draft.put(table.withPolicies(table.policies().stream().filter(p -> !p.name().equals(name.name())).toList()));
        draft.add(new Change.PolicyDropped(table, name.name(), target.span()));
      });
      case FUNCTION, PROCEDURE, ROUTINE -> dropFunction(statement, target);
      case SCHEMA -> dropSchema(statement, target);
      case EXTENSION -> {
        draft.extensions(draft.catalog().extensions().minus(name.name()));
        dropped(statement, name, target.span());
      }
      default -> dropped(statement, name, target.span());
    }
  }

  private void dropped(Drop statement, ObjectName name, Span span) {
    draft.add(new Change.ObjectDropped(statement.kind(), name.toString(), statement.cascade(), span));
  }

  private void dropTable(Drop statement, Drop.Target target) {
    Optional<Table> known = draft.table(target.name());
    if (known.isEmpty()) {
      boolean gone = draft.catalog().dropped()
          .contains(new QualifiedName(draft.creationSchema(target.name()), target.name().name()));
      if (!gone) {
        Table mentioned = draft.mentioned(target.name());
        draft.markDropped(mentioned);
        draft.add(new Change.TableDropped(mentioned, statement.cascade(), List.of(), target.span()));
      }
      return;
    }
    Table table = known.get();
    List<String> dependents = remove(table, statement.cascade());
    draft.markDropped(table);
    draft.add(new Change.TableDropped(table, statement.cascade(), dependents, target.span()));
  }

  /** Removes a table, its indexes, sequences and partitions; with CASCADE also keys and views elsewhere. */
  private List<String> remove(Table table, boolean cascade) {
    List<String> dependents = new ArrayList<>();
    for (Table other : List.copyOf(draft.catalog().referencing(table))) {
      if (!other.id().equals(table.id())) {
        dependents.addAll(dropForeignKeysTo(other, table));
      }
    }
    if (cascade) {
      views(table.name(), Set.of()).forEach(view -> {
        dependents.add((view.kind() == Table.Kind.VIEW ? "view " : "materialized view ") + view.displayName());
        forget(view);
      });
    }
    draft.catalog().tables().values().stream()
        .filter(t -> t.parents().contains(table.id()) && table.kind() == Table.Kind.PARTITIONED).toList()
        .forEach(partition -> remove(partition, cascade));
    forget(table);
    return List.copyOf(dependents);
  }

  private List<String> dropForeignKeysTo(Table from, Table target) {
    List<String> dropped = new ArrayList<>();
    List<Constraint> rest = new ArrayList<>();
    for (Constraint constraint : from.constraints()) {
      if (constraint instanceof Constraint.ForeignKey key && key.target().equals(target.id())) {
        dropped.add("foreign key " + key.name() + " of " + from.displayName());
      } else {
        rest.add(constraint);
      }
    }
    draft.put(from.withConstraints(rest));
    draft.unreference(from.id(), target.id());
    return dropped;
  }

  /** Removes a table with what is its own, without looking at what leads to it. */
  void forget(Table table) {
    draft.catalog().indexesOf(table).forEach(draft::remove);
    table.columns().forEach(column -> new ColumnFold(draft).dropSequences(table.id(), column.number()));
    List<ObjectId> targets = table.constraints(Constraint.ForeignKey.class).stream().map(Constraint.ForeignKey::target)
        .toList();
    draft.remove(table);
    targets.forEach(target -> draft.unreference(table.id(), target));
  }

  private void dropView(Drop statement, Drop.Target target) {
    draft.table(target.name()).ifPresent(this::forget);
    draft.add(new Change.ObjectDropped(statement.kind(), target.name().toString(), statement.cascade(), target.span()));
  }

  private void dropIndex(Drop statement, Drop.Target target) {
    Optional<Index> index = draft.index(target.name());
    Optional<Table> table = index.flatMap(i -> draft.catalog().table(i.table()));
    if (index.isEmpty() && statement.ifExists()) {
      return;
    }
    index.ifPresent(draft::remove);
    draft.add(new Change.IndexDropped(target.name().name(), index, table, statement.concurrently(), statement.cascade(),
        target.span()));
  }

  private void dropType(Drop statement, Drop.Target target) {
    Optional<UserType> type = draft.type(target.name());
    type.ifPresent(t -> {
      draft.remove(t);
      if (statement.cascade()) {
        dropColumnsOf(t);
      }
    });
    draft.add(new Change.TypeDropped(target.name().toString(), type, statement.cascade(), target.span()));
  }

  private void dropColumnsOf(UserType type) {
    for (Table table : draft.catalog().tables().values()) {
      for (Column column : table.columns()) {
        if (column.type().flatMap(DataType::user).filter(type.id()::equals).isPresent()) {
          dropColumn(draft.current(table), column, true);
        }
      }
    }
  }

  private void dropFunction(Drop statement, Drop.Target target) {
    String schema = draft.creationSchema(target.name());
    draft.catalog().functions().values().stream()
        .filter(f -> f.name().equals(target.name().name()) && f.schema().equals(schema))
        .filter(f -> target.signature().isEmpty()
            || f.signature().equals(ObjectFold.signature(target.name().name(), target.signature().get())))
        .toList().forEach(f -> draft.removeFunction(new QualifiedName(f.schema(), f.signature())));
    dropped(statement, target.name(), target.span());
  }

  private void dropSchema(Drop statement, Drop.Target target) {
    String schema = target.name().name();
    draft.schemas(draft.catalog().schemas().minus(schema));
    if (statement.cascade()) {
      draft.catalog().tables().values().stream().filter(t -> t.schema().equals(schema)).toList()
          .forEach(table -> remove(draft.current(table), true));
      draft.catalog().types().values().stream().filter(t -> t.schema().equals(schema)).toList().forEach(draft::remove);
      draft.catalog().sequences().values().stream().filter(s -> s.schema().equals(schema)).toList()
          .forEach(draft::remove);
    }
    dropped(statement, target.name(), target.span());
  }

  void dropConstraint(Table table, TableAction.DropConstraint action) {
    Optional<Constraint> found = table.constraint(action.constraint().name());
    if (found.isEmpty() && action.ifExists()) {
      return;
    }
    List<String> dependents = new ArrayList<>();
    found.ifPresent(constraint -> dependents.addAll(remove(table, constraint, action.cascade())));
    draft.add(new Change.ConstraintDropped(table, action.constraint().name(), found, action.cascade(), dependents,
        action.span()));
    if (table.kind() == Table.Kind.PARTITIONED && found.isPresent()) {
      for (Table partition : new PartitionFold(draft).partitions(table)) {
        partition.constraint(action.constraint().name()).ifPresent(c -> remove(draft.current(partition), c, true));
      }
    }
  }

  private List<String> remove(Table table, Constraint constraint, boolean cascade) {
    Table current = draft.current(table);
    draft.put(current.withConstraints(
        current.constraints().stream().filter(c -> !c.id().equals(constraint.id())).toList()));
    List<String> dependents = new ArrayList<>();
    switch (constraint) {
      case Constraint.Key key -> {
        draft.catalog().index(key.index()).ifPresent(draft::remove);
        if (cascade) {
          dependents.addAll(dropForeignKeysOn(table, key));
        }
      }
      case Constraint.Exclusion exclusion -> draft.catalog().index(exclusion.index()).ifPresent(draft::remove);
      case Constraint.ForeignKey key -> draft.unreference(table.id(), key.target());
      case Constraint.Check check -> {
      }
      case Constraint.NotNull notNull -> {
      }
    }
    return dependents;
  }

  /** The foreign keys that need a key go with it. */
  private List<String> dropForeignKeysOn(Table table, Constraint.Key key) {
    List<String> dropped = new ArrayList<>();
    for (Table other : List.copyOf(draft.catalog().referencing(table))) {
      for (Constraint.ForeignKey foreign : draft.current(other).constraints(Constraint.ForeignKey.class)) {
        boolean needs = foreign.target().equals(table.id())
            && Set.copyOf(foreign.targetColumns()).equals(Set.copyOf(key.columns()));
        if (needs) {
          remove(other, foreign, false);
          dropped.add("foreign key " + foreign.name() + " of " + other.displayName());
        }
      }
    }
    return dropped;
  }

  /** Removes a column with its constraints, indexes and sequences; says what went besides. */
  List<String> dropColumn(Table table, Column column, boolean cascade) {
    List<String> dependents = new ArrayList<>();
    for (Constraint constraint : draft.current(table).constraints()) {
      if (constraint.columns().contains(column.number())) {
        dependents.add(kind(constraint) + " " + constraint.name());
        dependents.addAll(remove(table, constraint, true));
      }
    }
    for (Index index : draft.catalog().indexesOf(draft.current(table))) {
      boolean used = index.uses(column.number())
          || index.predicate().filter(p -> ExpressionWords.of(p).contains(column.name())).isPresent();
      if (used) {
        dependents.add("index " + index.name());
        draft.remove(index);
      }
    }
    for (Table other : List.copyOf(draft.catalog().referencing(table))) {
      for (Constraint.ForeignKey key : draft.current(other).constraints(Constraint.ForeignKey.class)) {
        if (key.target().equals(table.id()) && key.targetColumns().contains(column.number())) {
          dependents.add("foreign key " + key.name() + " of " + other.displayName());
          remove(other, key, false);
        }
      }
    }
    for (Table view : views(table.name(), Set.of(column.name()))) {
      dependents.add((view.kind() == Table.Kind.VIEW ? "view " : "materialized view ") + view.displayName());
      if (cascade) {
        forget(view);
      }
    }
    new ColumnFold(draft).dropSequences(table.id(), column.number());
    Table current = draft.current(table);
    draft.put(current.withColumns(
        current.columns().stream().filter(c -> c.number() != column.number()).toList(), current.nextColumn()));
    return List.copyOf(dependents);
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

  /** The views whose query mentions the table and all of the words. */
  private List<Table> views(String table, Set<String> words) {
    List<Table> views = new ArrayList<>();
    for (Table view : draft.catalog().tables().values()) {
      Optional<Expression> query = view.kind().isView() ? view.query() : Optional.empty();
      if (query.isPresent()) {
        Set<String> mentioned = ExpressionWords.of(query.get());
        if (mentioned.contains(table) && mentioned.containsAll(words)) {
          views.add(view);
        }
      }
    }
    return views;
  }
}
