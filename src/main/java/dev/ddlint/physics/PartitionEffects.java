package dev.ddlint.physics;

import static dev.ddlint.physics.LockMode.ACCESS_EXCLUSIVE;
import static dev.ddlint.physics.LockMode.ACCESS_SHARE;
import static dev.ddlint.physics.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.ddlint.physics.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.ddlint.catalog.Change.PartitionAttached;
import dev.ddlint.catalog.Change.PartitionDetached;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.TableAction;
import dev.ddlint.physics.Work.Kind;
import dev.ddlint.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Partitions and heirs that come and go (manual, section 5.12 and ALTER TABLE; physics: attach_*, detach_*). */
final class PartitionEffects {
  private static final int ATTACH_LOCKS_REFERENCING_SINCE = 15;

  private final Moment moment;

  PartitionEffects(Moment moment) {
    this.moment = moment;
  }

  /** What CREATE TABLE does to the tables that it names: its parents and patterns. */
  void created(Tally tally, CreateTable statement) {
    statement.partitionOf().flatMap(of -> moment.resolve(of.parent())).ifPresent(parent -> {
      tally.lock(ACCESS_EXCLUSIVE, parent);
      defaultPartitions(parent).forEach(part -> tally.lock(ACCESS_EXCLUSIVE, part).work(Kind.SCAN, part)
          .failsWhen("23514", "the default partition " + part.displayName() + " holds a row of the new one"));
      targets(tally, parent);
    });
    statement.inherits().forEach(name -> moment.resolve(name).ifPresent(
        parent -> tally.lock(SHARE_UPDATE_EXCLUSIVE, parent)));
    statement.likes().forEach(like -> moment.resolve(like.table()).ifPresent(
        pattern -> tally.lock(ACCESS_SHARE, pattern)));
  }

  Effects attached(PartitionAttached change) {
    Tally tally = new Tally(moment, "physics: attach_partition, attach_partition_with_check");
    Table parent = change.table();
    Table partition = change.partition();
    tally.lock(SHARE_UPDATE_EXCLUSIVE, parent).lock(ACCESS_EXCLUSIVE, moment.wholeFamily(partition));
    Optional<Expression> bound = bound(change.span());
    boolean proved = bound.filter(b -> PartitionBound.proves(parent, partition, b)).isPresent();
    if (!proved) {
      tally.work(Kind.SCAN, partition).failsWhen("23514", "a row lies outside of the bounds");
      boolean mayProve = !moment.isSure(partition) || partition.constraints(Constraint.Check.class).stream()
          .anyMatch(Constraint::validated);
      if (mayProve) {
        tally.dependsOn("whether a validated check of " + partition.displayName() + " proves the bounds");
      }
    }
    for (Table part : defaultPartitions(parent)) {
      tally.lock(ACCESS_EXCLUSIVE, part).work(Kind.SCAN, part)
          .failsWhen("23514", "the default partition " + part.displayName() + " holds a row of the new one");
    }
    if (lacksIndex(parent, partition)) {
      tally.work(Kind.INDEX_BUILD, partition);
    }
    targets(tally, parent);
    boolean triggers = moment.version() >= ATTACH_LOCKS_REFERENCING_SINCE;
    tally.lock(triggers ? SHARE_ROW_EXCLUSIVE : ACCESS_SHARE, moment.catalog().referencing(parent));
    parent.constraints(Constraint.ForeignKey.class).stream().filter(key -> !hasCopy(parent, key, partition))
        .forEach(key -> foreignKey(tally, partition, key));
    parent.constraints(Constraint.ForeignKey.class).stream().filter(key -> hasCopy(parent, key, partition))
        .forEach(key -> moment.table(key.target()).ifPresent(target -> tally.lock(ACCESS_EXCLUSIVE, target)));
    return tally.effects();
  }

  private static boolean hasCopy(Table parent, Constraint.ForeignKey key, Table partition) {
    return partition.constraints(Constraint.ForeignKey.class).stream()
        .anyMatch(own -> own.target().equals(key.target()) && own.targetColumns().equals(key.targetColumns())
            && partition.names(own.columns()).equals(parent.names(key.columns())));
  }

  private void foreignKey(Tally tally, Table partition, Constraint.ForeignKey key) {
    tally.work(Kind.SCAN, partition).failsWhen("23503", "a row has no match in the referenced table");
    moment.table(key.target()).ifPresent(target -> tally.work(Kind.SCAN, target));
  }

  private Optional<Expression> bound(Span clause) {
    return moment.statement() instanceof AlterTable alter
        ? alter.actions().stream().filter(action -> action.span().equals(clause))
            .filter(action -> action instanceof TableAction.AttachPartition)
            .flatMap(action -> ((TableAction.AttachPartition) action).bound().stream()).findFirst()
        : Optional.empty();
  }

  /** Each index of the parent needs one on the partition; the server builds what is missing. */
  private boolean lacksIndex(Table parent, Table partition) {
    Set<List<String>> there = new HashSet<>();
    moment.indexesOf(partition).forEach(index -> there.add(columns(partition, index)));
    return moment.indexesOf(parent).stream().anyMatch(index -> !there.contains(columns(parent, index)));
  }

  private static List<String> columns(Table table, Index index) {
    return index.columns().map(table::names).orElse(List.of("?"));
  }

  /** The parent's foreign keys are copied, which makes triggers on the tables they lead to. */
  private void targets(Tally tally, Table parent) {
    parent.constraints(Constraint.ForeignKey.class).forEach(
        key -> moment.table(key.target()).ifPresent(target -> tally.lock(SHARE_ROW_EXCLUSIVE, target)));
  }

  /** CONCURRENTLY waits for the readers of the parent first; the partition itself is locked at the end. */
  Effects detached(PartitionDetached change) {
    Tally tally = new Tally(moment, change.concurrently()
        ? "manual, ALTER TABLE, DETACH PARTITION CONCURRENTLY"
        : "physics: detach_partition");
    tally.lock(change.concurrently() ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE, change.table());
    tally.lock(ACCESS_EXCLUSIVE, moment.wholeFamily(change.partition()));
    if (!change.concurrently()) {
      tally.lock(ACCESS_EXCLUSIVE, defaultPartitions(change.table()));
    }
    targets(tally, change.table());
    for (Table other : moment.catalog().referencing(change.table())) {
      tally.lock(ACCESS_EXCLUSIVE, other).failsWhen("23503",
          "a row of " + other.displayName() + " refers to the partition");
    }
    return tally.effects();
  }

  /** Dropping a partition takes the lock of detaching it. */
  void dropped(Tally tally, Table table) {
    if (table.kind() == Table.Kind.PARTITION) {
      table.parents().forEach(id -> moment.table(id).ifPresent(parent -> {
        tally.lock(ACCESS_EXCLUSIVE, parent);
        tally.lock(ACCESS_EXCLUSIVE, defaultPartitions(parent));
      }));
    }
  }

  private List<Table> defaultPartitions(Table parent) {
    return moment.partitions(parent).stream().filter(PartitionBound::isDefault).toList();
  }
}
