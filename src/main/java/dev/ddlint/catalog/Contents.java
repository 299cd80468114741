package dev.ddlint.catalog;

import dev.ddlint.catalog.Catalog.QualifiedName;
import dev.ddlint.catalog.Sequence.Owner;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
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
  private PMap<ObjectId, PSet<ObjectId>> referencing;
  private PMap<ObjectId, PSet<ObjectId>> heirs;
  private PMap<ObjectId, PSet<ObjectId>> owned;
  private PMap<ObjectId, PSet<ObjectId>> reads;
  private PMap<ObjectId, PSet<ObjectId>> readers;
  private PMap<QualifiedName, PSet<ObjectId>> constraintNames;
  private PMap<ObjectId, ObjectId> copies;
  private PSet<ObjectId> uncertain;
  private PSet<QualifiedName> dropped;
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
    referencing = catalog.referencing();
    heirs = catalog.heirs();
    owned = catalog.owned();
    reads = catalog.reads();
    readers = catalog.readers();
    constraintNames = catalog.constraintNames();
    copies = catalog.copies();
    uncertain = catalog.uncertain();
    dropped = catalog.dropped();
    snapshot = catalog;
  }

  Catalog catalog() {
    Catalog current = snapshot;
    if (current == null) {
      current = new Catalog(tables, indexes, sequences, relationNames, types, typeNames, functions, schemas, extensions,
          referencing, heirs, owned, reads, readers, constraintNames, copies, uncertain, dropped);
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
    List<ObjectId> parents = before == null ? List.of() : before.parents();
    if (!parents.equals(table.parents())) {
      parents.forEach(parent -> heirs = Links.minus(heirs, parent, table.id()));
      table.parents().forEach(parent -> heirs = Links.plus(heirs, parent, table.id()));
    }
    List<Constraint> constraints = before == null ? List.of() : before.constraints();
    boolean moved = before != null && !before.schema().equals(table.schema());
    if (constraints != table.constraints() || moved) {
      int same = moved ? 0 : commonStart(constraints, table.constraints());
      refer(constraints, table.constraints(), same, table.id());
      name(before == null ? table.schema() : before.schema(), constraints.subList(same, constraints.size()),
          table.schema(), table.constraints().subList(same, table.constraints().size()));
    }
  }

  void remove(Table table) {
    snapshot = null;
    tables = tables.minus(table.id());
    forget(table.schema(), table.name(), table.id());
    table.parents().forEach(parent -> heirs = Links.minus(heirs, parent, table.id()));
    refer(table.constraints(), List.of(), 0, table.id());
    name(table.schema(), table.constraints(), table.schema(), List.of());
    if (table.kind().isView()) {
      read(table.id(), List.of());
    }
    for (ObjectId view : Links.of(readers, table.id())) {
      reads = Links.minus(reads, view, table.id());
    }
    readers = readers.minus(table.id());
    uncertain = uncertain.minus(table.id());
  }

  /** Most changes add a constraint behind the others: what stands before it need not be looked at. */
  private static int commonStart(List<Constraint> before, List<Constraint> after) {
    int same = 0;
    while (same < before.size() && same < after.size() && before.get(same) == after.get(same)) {
      same++;
    }
    return same;
  }

  private void refer(List<Constraint> before, List<Constraint> after, int same, ObjectId table) {
    Set<ObjectId> gone = targets(before.subList(same, before.size()));
    if (!gone.isEmpty()) {
      gone.removeAll(targets(after));
      gone.forEach(target -> referencing = Links.minus(referencing, target, table));
    }
    targets(after.subList(same, after.size()))
        .forEach(target -> referencing = Links.plus(referencing, target, table));
  }

  private static Set<ObjectId> targets(List<Constraint> constraints) {
    Set<ObjectId> targets = new LinkedHashSet<>();
    for (Constraint constraint : constraints) {
      if (constraint instanceof Constraint.ForeignKey key) {
        targets.add(key.target());
      }
    }
    return targets;
  }

  /** The names of constraints are one namespace per schema where PostgreSQL chooses a free one. */
  private void name(String oldSchema, List<Constraint> old, String schema, List<Constraint> now) {
    Map<ObjectId, QualifiedName> gone = names(oldSchema, old);
    Map<ObjectId, QualifiedName> kept = names(schema, now);
    gone.forEach((id, name) -> {
      if (!name.equals(kept.get(id))) {
        constraintNames = Links.minus(constraintNames, name, id);
      }
      if (!kept.containsKey(id)) {
        copies = copies.minus(id);
      }
    });
    kept.forEach((id, name) -> constraintNames = Links.plus(constraintNames, name, id));
  }

  private static Map<ObjectId, QualifiedName> names(String schema, List<Constraint> constraints) {
    Map<ObjectId, QualifiedName> names = new LinkedHashMap<>();
    constraints.forEach(constraint -> names.put(constraint.id(), new QualifiedName(schema, constraint.name())));
    return names;
  }

  /** Notes that a partition's index or constraint stands for its parent's. */
  void copy(ObjectId part, ObjectId whole) {
    snapshot = null;
    copies = copies.plus(part, whole);
  }

  /** A detached partition keeps its indexes and constraints as its own. */
  void release(ObjectId part) {
    snapshot = null;
    copies = copies.minus(part);
  }

  /** Notes which relations a view's query reads. */
  void read(ObjectId view, Collection<ObjectId> relations) {
    snapshot = null;
    Links.of(reads, view).forEach(relation -> readers = Links.minus(readers, relation, view));
    relations.forEach(relation -> readers = Links.plus(readers, relation, view));
    reads = relations.isEmpty() ? reads.minus(view) : reads.plus(view, HashTreePSet.from(relations));
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
    copies = copies.minus(index.id());
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
    own(before == null ? Optional.empty() : before.owner(), sequence.owner(), sequence.id());
  }

  void remove(Sequence sequence) {
    snapshot = null;
    sequences = sequences.minus(sequence.id());
    forget(sequence.schema(), sequence.name(), sequence.id());
    own(sequence.owner(), Optional.empty(), sequence.id());
  }

  private void own(Optional<Owner> before, Optional<Owner> after, ObjectId sequence) {
    if (!before.equals(after)) {
      before.ifPresent(owner -> owned = Links.minus(owned, owner.table(), sequence));
      after.ifPresent(owner -> owned = Links.plus(owned, owner.table(), sequence));
    }
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

  void markDropped(Table table) {
    snapshot = null;
    dropped = dropped.plus(new QualifiedName(table.schema(), table.name()));
  }
}
