package dev.ddlint.catalog;

import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.TableAction;
import java.util.List;
import java.util.Optional;

/** Attaches and detaches partitions, and the tables of plain inheritance. */
final class InheritanceFold {
  private final Draft draft;

  InheritanceFold(Draft draft) {
    this.draft = draft;
  }

  void attach(Table table, TableAction.AttachPartition action) {
    Table partition = draft.tableOrMentioned(action.partition());
    if (partition.isKnown() && !descends(table, partition)) {
      Table.Kind kind = partition.kind() == Table.Kind.PARTITIONED ? Table.Kind.PARTITIONED : Table.Kind.PARTITION;
      draft.put(partition.withParents(kind, ConstraintFold.plus(partition.parents(), table.id())));
      new PartitionFold(draft).inherit(draft.current(table), partition.id());
      new NotNullFold(draft).attach(draft.current(table), draft.current(partition));
    }
    draft.add(new Change.PartitionAttached(table, partition, action.span()));
  }

  /** Nobody descends from himself; a statement that says so is refused. */
  private boolean descends(Table table, Table ancestor) {
    return table.id().equals(ancestor.id())
        || table.parents().stream().flatMap(id -> draft.catalog().table(id).stream())
            .anyMatch(parent -> descends(parent, ancestor));
  }

  /** What stood for the parent's indexes and constraints is the partition's own now; the parent's identity is not. */
  void detach(Table table, TableAction.DetachPartition action) {
    Table partition = draft.tableOrMentioned(action.partition());
    Table.Kind kind = partition.kind() == Table.Kind.PARTITION ? Table.Kind.ORDINARY : partition.kind();
    draft.put(partition.withParents(kind, without(partition.parents(), table.id())));
    partition.indexes().forEach(draft.contents()::release);
    partition.constraints().forEach(constraint -> draft.contents().release(constraint.id()));
    Table alone = draft.current(partition);
    for (Column column : alone.columns()) {
      if (column.generation().isIdentity()) {
        draft.put(draft.current(partition).withColumn(column.number(),
            c -> c.withGeneration(Column.Generation.NONE, Optional.empty())));
      }
    }
    List<Trigger> own = partition.triggers().stream().filter(trigger -> !table.triggers().contains(trigger)).toList();
    draft.put(draft.current(partition).withTriggers(own));
    draft.add(new Change.PartitionDetached(table, partition, action.concurrently(), action.span()));
  }

  void inherit(Table table, TableAction.Inherit action) {
    Table parent = draft.tableOrMentioned(action.parent());
    new NotNullFold(draft).own(draft.current(table), parent, draft.origin(action.span()));
    Table current = draft.current(table);
    if (action.no()) {
      draft.put(current.withParents(current.kind(), without(current.parents(), parent.id())));
    } else if (!descends(parent, current)) {
      draft.put(current.withParents(current.kind(), ConstraintFold.plus(current.parents(), parent.id())));
    }
  }

  private static List<ObjectId> without(List<ObjectId> ids, ObjectId gone) {
    return ids.stream().filter(id -> !id.equals(gone)).toList();
  }

  /** An index of a partitioned parent becomes valid once each partition has one. */
  void attachIndex(ObjectName whole, ObjectName part) {
    Optional<Index> parent = draft.index(whole);
    if (parent.isEmpty()) {
      return;
    }
    draft.index(part).ifPresent(index -> draft.contents().copy(index.id(), parent.get().id()));
    List<Table> heirs = draft.catalog().table(parent.get().table()).map(draft.catalog()::heirs).orElse(List.of());
    boolean complete = heirs.stream().allMatch(heir -> heir.indexes().stream()
        .anyMatch(index -> draft.catalog().isCopy(index, parent.get().id())));
    if (complete) {
      draft.put(parent.get().withValid(true));
    }
  }
}
