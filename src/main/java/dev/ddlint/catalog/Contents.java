package dev.ddlint.catalog;

import dev.ddlint.catalog.Catalog.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * A catalog that can still change. The names and the reverse references follow each object that is put or removed, so
 * they cannot come apart from it.
 */
final class Contents {
  private PMap<ObjectId, Table> tables;
  private PMap<ObjectId, Index> indexes;
  private PMap<ObjectId, Sequence> sequences;
  private PMap<QualifiedName, ObjectId> relationNames;
  private PMap<ObjectId, UserType> types;
  private PMap<QualifiedName, ObjectId> typeNames;
  private PMap<QualifiedName, Function> functions;
  private PSet<String> schemas;
  private PSet<String> extensions;
  private final References references;
  private PSet<ObjectId> uncertain;
  private PMap<ObjectId, Integer> unread;
  private PSet<QualifiedName> dropped;
  private boolean opaque;
  private @Nullable Catalog snapshot;

  Contents(Catalog catalog) {
    tables = catalog.tables();
    indexes = catalog.indexes();
    sequences = catalog.sequences();
    relationNames = catalog.relationNames();
    types = catalog.types();
    typeNames = catalog.typeNames();
    functions = catalog.functions();
    schemas = catalog.schemas();
    extensions = catalog.extensions();
    references = new References(catalog);
    uncertain = catalog.uncertain();
    unread = catalog.unread();
    dropped = catalog.dropped();
    opaque = catalog.opaque();
    snapshot = catalog;
  }

  Catalog catalog() {
    Catalog current = snapshot;
    if (current == null) {
      current = new Catalog(tables, indexes, sequences, relationNames, types, typeNames, functions, schemas, extensions,
          references.referencing(), references.heirs(), references.owned(), references.reads(), references.readers(),
          references.constraintNames(), references.copies(), uncertain, unread, dropped, opaque);
      snapshot = current;
    }
    return current;
  }

  // ---- tables

  void put(Table table) {
    snapshot = null;
    Table before = tables.get(table.id());
    tables = tables.plus(table.id(), table);
    rename(before == null ? null : new QualifiedName(before.schema(), before.name()), table.schema(), table.name(),
        table.id());
    if (before == null) {
      references.change(table.schema(), List.of(), List.of(), table);
    } else {
      references.change(before.schema(), before.parents(), before.constraints(), table);
    }
  }

  void remove(Table table) {
    snapshot = null;
    tables = tables.minus(table.id());
    forget(table.schema(), table.name(), table.id());
    references.remove(table);
    uncertain = uncertain.minus(table.id());
    unread = unread.minus(table.id());
  }

  /** Notes which relations a view's query reads. */
  void read(ObjectId view, Collection<ObjectId> relations) {
    snapshot = null;
    references.read(view, relations);
  }

  /** Notes that a partition's index or constraint stands for its parent's. */
  void copy(ObjectId part, ObjectId whole) {
    snapshot = null;
    references.copy(part, whole);
  }

  /** A detached partition keeps its indexes and constraints as its own. */
  void release(ObjectId part) {
    snapshot = null;
    references.release(part);
  }

  // ---- indexes and sequences

  void put(Index index) {
    snapshot = null;
    Index before = indexes.get(index.id());
    indexes = indexes.plus(index.id(), index);
    rename(before == null ? null : new QualifiedName(before.schema(), before.name()), index.schema(), index.name(),
        index.id());
  }

  void remove(Index index) {
    snapshot = null;
    indexes = indexes.minus(index.id());
    references.release(index.id());
    forget(index.schema(), index.name(), index.id());
    Table table = tables.get(index.table());
    if (table != null && table.indexes().contains(index.id())) {
      put(table.withIndexes(table.indexes().stream().filter(id -> !id.equals(index.id())).toList()));
    }
  }

  void put(Sequence sequence) {
    snapshot = null;
    Sequence before = sequences.get(sequence.id());
    sequences = sequences.plus(sequence.id(), sequence);
    rename(before == null ? null : new QualifiedName(before.schema(), before.name()), sequence.schema(),
        sequence.name(), sequence.id());
    references.own(before == null ? Optional.empty() : before.owner(), sequence.owner(), sequence.id());
  }

  void remove(Sequence sequence) {
    snapshot = null;
    sequences = sequences.minus(sequence.id());
    forget(sequence.schema(), sequence.name(), sequence.id());
    references.own(sequence.owner(), Optional.empty(), sequence.id());
  }

  private void rename(@Nullable QualifiedName before, String schema, String name, ObjectId id) {
    QualifiedName after = new QualifiedName(schema, name);
    if (after.equals(before)) {
      return;
    }
    if (before != null) {
      forget(before.schema(), before.name(), id);
    }
    relationNames = relationNames.plus(after, id);
  }

  /** A name that another object has taken over stays that one's. */
  private void forget(String schema, String name, ObjectId id) {
    QualifiedName key = new QualifiedName(schema, name);
    if (id.equals(relationNames.get(key))) {
      relationNames = relationNames.minus(key);
    }
  }

  // ---- types, functions and what is known by name only

  void put(UserType type) {
    snapshot = null;
    UserType before = types.get(type.id());
    if (before != null) {
      typeNames = typeNames.minus(new QualifiedName(before.schema(), before.name()));
    }
    types = types.plus(type.id(), type);
    typeNames = typeNames.plus(new QualifiedName(type.schema(), type.name()), type.id());
  }

  void remove(UserType type) {
    snapshot = null;
    types = types.minus(type.id());
    typeNames = typeNames.minus(new QualifiedName(type.schema(), type.name()));
  }

  void put(Function function) {
    snapshot = null;
    functions = functions.plus(new QualifiedName(function.schema(), function.signature()), function);
  }

  void remove(Function function) {
    snapshot = null;
    functions = functions.minus(new QualifiedName(function.schema(), function.signature()));
  }

  void schema(String name, boolean present) {
    snapshot = null;
    schemas = present ? schemas.plus(name) : schemas.minus(name);
  }

  void extension(String name, boolean present) {
    snapshot = null;
    extensions = present ? extensions.plus(name) : extensions.minus(name);
  }

  void markUncertain(ObjectId table) {
    snapshot = null;
    uncertain = uncertain.plus(table);
  }

  void markOpaque() {
    snapshot = null;
    opaque = true;
  }

  /** SQL names the table that cannot be read. */
  void markUnread(Table table) {
    snapshot = null;
    int last = table.columns().stream().mapToInt(Column::number).max().orElse(0);
    unread = unread.plus(table.id(), last);
  }

  void markDropped(Table table) {
    snapshot = null;
    dropped = dropped.plus(new QualifiedName(table.schema(), table.name()));
  }
}
