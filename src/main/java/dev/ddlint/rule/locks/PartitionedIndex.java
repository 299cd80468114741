package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Change.IndexBuilt;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.text.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How to build an index on a partitioned table without blocking it: CONCURRENTLY is refused there, so each partition
 * gets its own index and the parent's is put together from them (manual, section 5.12.2.2).
 */
final class PartitionedIndex {
  private final Catalog catalog;
  private final CreateIndex wanted;
  private final List<String> parents = new ArrayList<>();
  private final List<String> builds = new ArrayList<>();
  private final List<String> attached = new ArrayList<>();

  private PartitionedIndex(Catalog catalog, CreateIndex wanted) {
    this.catalog = catalog;
    this.wanted = wanted;
  }

  static Advice advice(IndexBuilt built, Catalog catalog) {
    PartitionedIndex plan = new PartitionedIndex(catalog, built.statement());
    plan.add(built.table(), built.index().name());
    return new Advice(Advice.Kind.SAME_END,
        List.of(new Advice.Step("first, at once", plan.parents),
            new Advice.Step("then each alone in its file, outside a transaction", plan.builds),
            new Advice.Step("last, at once", plan.attached)));
  }

  private void add(Table parent, String index) {
    parents.add(SqlPrinter.print(on(parent, index, false, true)));
    List<Table> partitions = partitions(parent);
    if (partitions.isEmpty()) {
      builds.add("-- the same with CONCURRENTLY on each partition: this history does not name them");
      attached.add("-- ALTER INDEX " + Names.of(index) + " ATTACH PARTITION ... for each of their indexes");
    }
    partitions.forEach(partition -> addPart(parent, index, partition));
  }

  private void addPart(Table parent, String index, Table partition) {
    String part = Names.chosen(partition.name(), index);
    if (partition.kind() == Table.Kind.PARTITIONED) {
      add(partition, part);
    } else {
      builds.add(SqlPrinter.print(on(partition, part, true, false)));
    }
    attached.add(SqlPrinter.print(Compose.attachIndex(Compose.object(parent.schema(), index),
        Compose.object(partition.schema(), part))));
  }

  private List<Table> partitions(Table parent) {
    return catalog.tables().values().stream().filter(table -> table.parents().contains(parent.id()))
        .sorted(Order.by(table -> table.id().value())).toList();
  }

  private CreateIndex on(Table table, String index, boolean concurrently, boolean only) {
    ObjectName name = Compose.object(table.schema(), table.name());
    return new CreateIndex(Optional.of(Compose.name(index)), name, wanted.unique(), concurrently, false, only,
        wanted.method(), wanted.keys(), wanted.include(), wanted.nullsNotDistinct(), wanted.predicate(),
        wanted.options(), wanted.tablespace(), wanted.concurrentlyAt(), wanted.span());
  }
}
