package dev.ddlint.catalog;

import dev.ddlint.catalog.Catalog.QualifiedName;
import dev.ddlint.ir.Drop;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.TableAction;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        draft.relation(name).map(draft.catalog().sequences()::get).ifPresent(sequence -> {
          draft.contents().remove(sequence);
          new Removal(draft).defaultsFrom(sequence);
        });
        dropped(statement, name, target.span());
      }
      case TYPE, DOMAIN -> dropType(statement, target);
      case TRIGGER -> target.table().flatMap(on -> tableOf(statement, on)).ifPresent(table -> {
        table.triggers().stream().filter(t -> t.name().equals(name.name())).findFirst()
            .ifPresent(trigger -> new PartitionFold(draft).replace(table, trigger, Optional.empty()));
        draft.add(new Change.TriggerDropped(table, name.name(), target.span()));
      });
      case POLICY -> target.table().map(draft::tableOrMentioned).ifPresent(table -> {
        draft.put(table.withPolicies(table.policies().stream().filter(p -> !p.name().equals(name.name())).toList()));
        draft.add(new Change.PolicyDropped(table, name.name(), target.span()));
      });
      case FUNCTION, PROCEDURE, ROUTINE -> dropFunction(statement, target);
      case SCHEMA -> dropSchema(statement, target);
      case EXTENSION -> {
        draft.contents().extension(name.name(), false);
        dropped(statement, name, target.span());
      }
      default -> dropped(statement, name, target.span());
    }
  }

  /** With IF EXISTS the table may be missing as well. */
  private Optional<Table> tableOf(Drop statement, ObjectName name) {
    return statement.ifExists() ? draft.table(name) : Optional.of(draft.tableOrMentioned(name));
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
        draft.contents().markDropped(mentioned);
        draft.add(new Change.TableDropped(mentioned, statement.cascade(), List.of(), target.span()));
      }
      return;
    }
    Table table = known.get();
    List<String> dependents = new Removal(draft).table(table, statement.cascade());
    draft.contents().markDropped(table);
    draft.add(new Change.TableDropped(table, statement.cascade(), dependents, target.span()));
  }

  private void dropView(Drop statement, Drop.Target target) {
    draft.table(target.name()).ifPresent(view -> new Removal(draft).view(view));
    draft.add(new Change.ObjectDropped(statement.kind(), target.name().toString(), statement.cascade(), target.span()));
  }

  private void dropIndex(Drop statement, Drop.Target target) {
    Optional<Index> index = draft.index(target.name());
    Optional<Table> table = index.flatMap(i -> draft.catalog().table(i.table()));
    if (index.isEmpty() && statement.ifExists() && draft.beginsAtTheBeginning()) {
      return;
    }
    index.ifPresent(new Removal(draft)::index);
    draft.add(new Change.IndexDropped(target.name().name(), index, table, statement.concurrently(), statement.cascade(),
        target.span()));
  }

  private void dropType(Drop statement, Drop.Target target) {
    Optional<UserType> type = draft.type(target.name());
    type.ifPresent(t -> {
      draft.contents().remove(t);
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
          new Removal(draft).column(draft.current(table), column, true);
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
        .toList().forEach(function -> {
          draft.contents().remove(function);
          if (statement.cascade() && !isOverloaded(function)) {
            new CallerRemoval(draft, function).remove();
          }
        });
    dropped(statement, target.name(), target.span());
  }

  /** Which of several functions of one name is called is not known. */
  private boolean isOverloaded(Function function) {
    return draft.catalog().functions().values().stream()
        .anyMatch(f -> f.name().equals(function.name()) && f.schema().equals(function.schema()));
  }

  private void dropSchema(Drop statement, Drop.Target target) {
    String schema = target.name().name();
    draft.contents().schema(schema, false);
    if (statement.cascade()) {
      draft.catalog().tables().values().stream().filter(t -> t.schema().equals(schema)).toList()
          .forEach(table -> draft.catalog().table(table.id()).ifPresent(t -> new Removal(draft).table(t, true)));
      draft.catalog().types().values().stream().filter(t -> t.schema().equals(schema)).toList()
          .forEach(type -> {
            draft.contents().remove(type);
            dropColumnsOf(type);
          });
      draft.catalog().sequences().values().stream().filter(s -> s.schema().equals(schema)).toList()
          .forEach(sequence -> {
            draft.contents().remove(sequence);
            new Removal(draft).defaultsFrom(sequence);
          });
      draft.catalog().functions().values().stream().filter(f -> f.schema().equals(schema)).toList()
          .forEach(function -> {
            draft.contents().remove(function);
            new CallerRemoval(draft, function).remove();
          });
    }
    dropped(statement, target.name(), target.span());
  }

  /** PostgreSQL 18 keeps NOT NULL as a constraint with a name of its own making. */
  private static Optional<Column> notNull(Table table, String constraint) {
    return table.columns().stream().filter(Column::notNull)
        .filter(c -> GeneratedNames.compose(table.name(), c.name(), "not_null").equals(constraint)).findFirst();
  }

  void dropConstraint(Table table, TableAction.DropConstraint action, boolean only) {
    Optional<Constraint> found = table.constraint(action.constraint().name());
    Optional<Column> notNull = found.isEmpty() ? notNull(table, action.constraint().name()) : Optional.empty();
    if (notNull.isPresent()) {
      new NotNullFold(draft).drop(table, notNull.get(), notNull.get().nullability(), only);
      draft.add(new Change.NotNullDropped(table, notNull.get().name(), notNull, action.span()));
      return;
    }
    if (found.isEmpty() && action.ifExists()) {
      return;
    }
    List<String> dependents = new ArrayList<>();
    Removal removal = new Removal(draft);
    found.ifPresent(c -> dependents.addAll(
        only ? removal.alone(table, c, action.cascade()) : removal.constraint(table, c, action.cascade())));
    draft.add(new Change.ConstraintDropped(table, action.constraint().name(), found, action.cascade(), dependents,
        action.span()));
  }
}
