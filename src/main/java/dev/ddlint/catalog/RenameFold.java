package dev.ddlint.catalog;

import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Rename;
import dev.ddlint.ir.SetSchema;
import java.util.List;
import java.util.Optional;

/** Gives objects other names and schemas. References hold ids, so only the object itself changes. */
final class RenameFold {
  private final Draft draft;

  RenameFold(Draft draft) {
    this.draft = draft;
  }

  void rename(Rename statement) {
    switch (statement.kind()) {
      case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, INDEX, SEQUENCE -> renameRelation(statement);
      case COLUMN -> renameColumn(statement);
      case CONSTRAINT -> renameConstraint(statement);
      case TYPE, DOMAIN -> draft.type(statement.object()).filter(type -> draft.type(new ObjectName(
          Optional.of(type.schema()), statement.to().name(), statement.span())).isEmpty()).ifPresent(type -> {
            move(type, type.schema(), statement.to().name());
            draft.add(new Change.TypeRenamed(type, statement.to().name(), statement.span()));
          });
      case POLICY -> draft.table(statement.object()).ifPresent(table -> draft.put(table.withPolicies(
          table.policies().stream().map(p -> p.name().equals(part(statement))
              ? new Policy(statement.to().name(),
                  p.command(), p.permissive(), p.roles(), p.using(), p.withCheck(), p.origin())
              : p).toList())));
      case TRIGGER -> draft.table(statement.object()).ifPresent(table -> table.triggers().stream()
          .filter(t -> t.name().equals(part(statement))).findFirst().ifPresent(trigger -> new PartitionFold(draft)
              .replace(table, trigger, Optional.of(trigger.withName(statement.to().name())))));
      case SCHEMA -> renameSchema(statement);
      case FUNCTION, PROCEDURE, ROUTINE -> renameFunction(statement);
      default ->
        draft.add(new Change.ObjectRenamed(statement.kind(), statement.object().toString(), statement.to().name(),
            statement.span()));
    }
  }

  private static String part(Rename statement) {
    return statement.part().map(Identifier::name).orElse("");
  }

  /** ALTER TABLE may rename a view, an index or a sequence too. */
  private void renameRelation(Rename statement) {
    Optional<ObjectId> id = draft.relation(statement.object());
    if (id.filter(there -> isTaken(there, statement.to().name())).isPresent()) {
      return;
    }
    if (id.isEmpty()) {
      if (statement.kind() == ObjectKind.TABLE) {
        Table mentioned = draft.tableOrMentioned(statement.object());
        renameTable(mentioned, mentioned.schema(), statement);
      }
      return;
    }
    draft.catalog().table(id.get()).ifPresent(table -> renameTable(table, table.schema(), statement));
    draft.catalog().index(id.get()).ifPresent(index -> move(index, index.schema(), statement.to().name()));
    Optional.ofNullable(draft.catalog().sequences().get(id.get()))
        .ifPresent(sequence -> move(sequence, sequence.schema(), statement.to().name()));
  }

  /** The server refuses a name that is taken; a table that is only mentioned, or may be gone, gives way. */
  private boolean isTaken(ObjectId id, String name) {
    Catalog catalog = draft.catalog();
    Optional<String> schema = catalog.table(id).map(Table::schema).or(() -> catalog.index(id).map(Index::schema))
        .or(() -> Optional.ofNullable(catalog.sequences().get(id)).map(Sequence::schema));
    return schema.flatMap(s -> catalog.relation(s, name))
        .filter(other -> catalog.table(other)
            .filter(t -> !t.isKnown() || catalog.isUncertain(t) && !draft.isConditional()).isEmpty())
        .isPresent();
  }

  private void renameTable(Table table, String schema, Rename statement) {
    draft.contents().markDropped(table);
    move(table, schema, statement.to().name());
    draft.add(new Change.TableRenamed(table, schema, statement.to().name(), statement.span()));
  }

  private void renameColumn(Rename statement) {
    Table table = draft.tableOrMentioned(statement.object());
    Identifier from = statement.part().orElseThrow();
    if (table.column(from.name()).isEmpty() && !table.isComplete()) {
      table = new ColumnFold(draft).mention(table, from);
    }
    Table before = table;
    if (!isTakenIn(before, statement.to().name())) {
      new ColumnRename(draft, from.name(), statement.to().name()).in(before);
    }
    draft.add(new Change.ColumnRenamed(before, from.name(), statement.to(), statement.span()));
  }

  private boolean isTakenIn(Table table, String column) {
    return table.column(column).isPresent()
        || draft.catalog().heirs(table).stream().anyMatch(heir -> isTakenIn(heir, column));
  }

  /** A key and its index share their name. */
  private void renameConstraint(Rename statement) {
    if (statement.holder() == ObjectKind.DOMAIN) {
      return;
    }
    draft.table(statement.object()).ifPresent(table -> table.constraint(part(statement))
        .ifPresent(constraint -> renameConstraint(table, constraint, statement.to().name())));
    draft
        .add(new Change.ObjectRenamed(ObjectKind.CONSTRAINT, part(statement), statement.to().name(), statement.span()));
  }

  /** Heirs share the name of a check. */
  private void renameConstraint(Table table, Constraint constraint, String name) {
    draft.put(table.withConstraints(
        table.constraints().stream().map(c -> c.id().equals(constraint.id()) ? c.withName(name) : c).toList()));
    indexOf(constraint).flatMap(draft.catalog()::index).ifPresent(index -> move(index, index.schema(), name));
    if (constraint instanceof Constraint.Check) {
      for (Table heir : draft.catalog().heirs(table)) {
        heir.constraints().stream().filter(c -> draft.catalog().isCopy(c.id(), constraint.id()))
            .forEach(c -> renameConstraint(draft.current(heir), c, name));
      }
    }
  }

  private static Optional<ObjectId> indexOf(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Key key -> Optional.of(key.index());
      case Constraint.Exclusion exclusion -> Optional.of(exclusion.index());
      default -> Optional.empty();
    };
  }

  /** Triggers follow; in expressions, which are kept as written, the old name stays. */
  private void renameFunction(Rename statement) {
    String from = statement.object().name();
    String to = statement.to().name();
    String schema = draft.creationSchema(statement.object());
    List<Function> renamed = draft.catalog().functions().values().stream()
        .filter(f -> f.name().equals(from) && f.schema().equals(schema)).toList();
    for (Function function : renamed) {
      draft.contents().remove(function);
      draft.contents().put(new Function(schema, to, to + function.signature().substring(from.length()),
          function.definition(), function.origin()));
    }
    for (Table table : renamed.size() == 1 ? draft.catalog().tables().values() : List.<Table>of()) {
      if (table.triggers().stream().anyMatch(t -> t.function().filter(from::equals).isPresent())) {
        draft.put(table.withTriggers(table.triggers().stream()
            .map(t -> t.function().filter(from::equals).isPresent() ? t.withFunction(to) : t).toList()));
      }
    }
    draft.add(new Change.ObjectRenamed(statement.kind(), statement.object().toString(), to, statement.span()));
  }

  private void renameSchema(Rename statement) {
    String from = statement.object().name();
    String to = statement.to().name();
    draft.contents().schema(from, false);
    draft.contents().schema(to, true);
    draft.catalog().tables().values().stream().filter(t -> t.schema().equals(from)).toList()
        .forEach(t -> move(t, to, t.name()));
    draft.catalog().indexes().values().stream().filter(i -> i.schema().equals(from)).toList()
        .forEach(i -> move(i, to, i.name()));
    draft.catalog().sequences().values().stream().filter(s -> s.schema().equals(from)).toList()
        .forEach(s -> move(s, to, s.name()));
    draft.catalog().types().values().stream().filter(t -> t.schema().equals(from)).toList()
        .forEach(t -> move(t, to, t.name()));
    draft.add(new Change.ObjectRenamed(ObjectKind.SCHEMA, from, to, statement.span()));
  }

  void setSchema(SetSchema statement) {
    String schema = statement.schema().name();
    ObjectName name = statement.object();
    switch (statement.kind()) {
      case TYPE, DOMAIN -> draft.type(name).filter(type -> draft.type(new ObjectName(Optional.of(schema), type.name(),
          name.span())).isEmpty()).ifPresent(type -> move(type, schema, type.name()));
      case SEQUENCE -> draft.relation(name).map(draft.catalog().sequences()::get)
          .filter(sequence -> !draft.isTaken(schema, sequence.name()))
          .ifPresent(sequence -> move(sequence, schema, sequence.name()));
      case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> {
        Table table = draft.tableOrMentioned(name);
        if (draft.catalog().table(schema, table.name()).filter(Table::isKnown).isPresent()) {
          return;
        }
        draft.catalog().indexesOf(table).forEach(index -> move(index, schema, index.name()));
        draft.catalog().sequencesOf(table).forEach(s -> move(s, schema, s.name()));
        draft.contents().markDropped(table);
        move(draft.current(table), schema, table.name());
        draft.add(new Change.TableRenamed(table, schema, table.name(), statement.span()));
      }
      default -> draft.add(new Change.ObjectRenamed(statement.kind(), name.toString(), schema + "." + name.name(),
          statement.span()));
    }
  }

  private void move(Table table, String schema, String name) {
    draft.put(table.withName(schema, name));
  }

  /** The constraint that an index keeps is renamed with it. */
  private void move(Index index, String schema, String name) {
    draft.put(index.withName(schema, name));
    if (index.constraint().isPresent()) {
      draft.catalog().table(index.table())
          .ifPresent(table -> draft.put(table.withConstraints(table.constraints().stream()
              .map(c -> c.id().equals(index.constraint().get()) ? c.withName(name) : c).toList())));
    }
  }

  /** A default that draws from the sequence follows it. */
  private void move(Sequence sequence, String schema, String name) {
    Sequence moved = sequence.withName(schema, name);
    draft.put(moved);
    for (Table table : draft.catalog().tables().values()) {
      for (Column column : table.columns()) {
        if (column.defaultValue().filter(value -> Defaults.draws(value, sequence, draft)).isPresent()) {
          draft.put(draft.current(table).withColumn(column.number(),
              c -> c.withDefault(c.defaultValue().map(value -> Defaults.nextval(moved, value.span())))));
        }
      }
    }
  }

  private void move(UserType type, String schema, String name) {
    draft.put(type.withName(schema, name));
  }
}
