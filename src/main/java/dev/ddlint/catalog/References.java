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
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/** What leads to an object, as the objects change: each thing that {@link Catalog} can be asked backwards. */
final class References {
  private PMap<ObjectId, PSet<ObjectId>> referencing;
  private PMap<ObjectId, PSet<ObjectId>> heirs;
  private PMap<ObjectId, PSet<ObjectId>> owned;
  private PMap<ObjectId, PSet<ObjectId>> reads;
  private PMap<ObjectId, PSet<ObjectId>> readers;
  private PMap<QualifiedName, PSet<ObjectId>> constraintNames;
  private PMap<ObjectId, ObjectId> copies;

  References(Catalog catalog) {
    referencing = catalog.referencing();
    heirs = catalog.heirs();
    owned = catalog.owned();
    reads = catalog.reads();
    readers = catalog.readers();
    constraintNames = catalog.constraintNames();
    copies = catalog.copies();
  }

  PMap<ObjectId, PSet<ObjectId>> referencing() {
    return referencing;
  }

  PMap<ObjectId, PSet<ObjectId>> heirs() {
    return heirs;
  }

  PMap<ObjectId, PSet<ObjectId>> owned() {
    return owned;
  }

  PMap<ObjectId, PSet<ObjectId>> reads() {
    return reads;
  }

  PMap<ObjectId, PSet<ObjectId>> readers() {
    return readers;
  }

  PMap<QualifiedName, PSet<ObjectId>> constraintNames() {
    return constraintNames;
  }

  PMap<ObjectId, ObjectId> copies() {
    return copies;
  }
  /** Follows a table from one version to the next; {@code before} has no parts where it is new. */
  void change(String oldSchema, List<ObjectId> oldParents, List<Constraint> old, Table table) {
    if (!oldParents.equals(table.parents())) {
      oldParents.forEach(parent -> heirs = Links.minus(heirs, parent, table.id()));
      table.parents().forEach(parent -> heirs = Links.plus(heirs, parent, table.id()));
    }
    boolean moved = !oldSchema.equals(table.schema());
    if (old != table.constraints() || moved) {
      int same = moved ? 0 : commonStart(old, table.constraints());
      refer(old, table.constraints(), same, table.id());
      name(oldSchema, old.subList(same, old.size()), table.schema(),
          table.constraints().subList(same, table.constraints().size()));
    }
  }

  void remove(Table table) {
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
    copies = copies.plus(part, whole);
  }

  /** A detached partition keeps its indexes and constraints as its own. */
  void release(ObjectId part) {
    copies = copies.minus(part);
  }

  /** Notes which relations a view's query reads. */
  void read(ObjectId view, Collection<ObjectId> relations) {
    Links.of(reads, view).forEach(relation -> readers = Links.minus(readers, relation, view));
    relations.forEach(relation -> readers = Links.plus(readers, relation, view));
    reads = relations.isEmpty() ? reads.minus(view) : reads.plus(view, HashTreePSet.from(relations));
  }

  void own(Optional<Owner> before, Optional<Owner> after, ObjectId sequence) {
    if (!before.equals(after)) {
      before.ifPresent(owner -> owned = Links.minus(owned, owner.table(), sequence));
      after.ifPresent(owner -> owned = Links.plus(owned, owner.table(), sequence));
    }
  }
}
