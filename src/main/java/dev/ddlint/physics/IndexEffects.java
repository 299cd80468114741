package dev.ddlint.physics;

import dev.ddlint.catalog.Change.IndexBuilt;
import dev.ddlint.catalog.Change.IndexDropped;
import dev.ddlint.catalog.Change.TableMaintained;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.Maintenance;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.physics.Work.Kind;
import java.util.List;

/**
 * Indexes and what keeps tables in shape (manual, CREATE INDEX, REINDEX, VACUUM, CLUSTER; physics: create_index*,
 * drop_index*, reindex_*, cluster, vacuum*).
 */
final class IndexEffects {
  private static final int VACUUM_HEIRS_SINCE = 18;
  private static final int CLUSTER_PARTITIONED_SINCE = 15;

  private final Moment moment;

  IndexEffects(Moment moment) {
    this.moment = moment;
  }

  Effects built(IndexBuilt change) {
    boolean concurrently = change.statement().concurrently();
    Tally tally = new Tally(moment, concurrently ? "physics: create_index_concurrently" : "physics: create_index");
    LockMode mode = concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE;
    boolean only = change.statement().only();
    tally.lock(mode, only ? List.of(change.table()) : moment.wholeFamily(change.table()));
    boolean nothingToRead = only && Moment.isPartitioned(change.table());
    if (!nothingToRead) {
      tally.workOnParts(Kind.INDEX_BUILD, change.table());
    }
    if (change.index().unique() && !nothingToRead
        && !UniqueAlready.is(moment, change.table(), change.index())) {
      tally.failsWhen("23505", "two rows have equal keys");
    }
    return tally.effects();
  }

  Effects dropped(IndexDropped change) {
    LockMode mode = change.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
    Tally tally = new Tally(moment, change.concurrently() ? "physics: drop_index_concurrently" : "physics: drop_index");
    change.table().ifPresent(table -> tally.lock(mode, moment.wholeFamily(table)));
    if (change.table().isEmpty()) {
      tally.dependsOn("the table of index " + change.name() + ", which this history does not show");
    }
    return tally.effects();
  }

  Effects maintained(TableMaintained change) {
    return maintained(change.table(), change.statement());
  }

  /** Without names the whole schema or database is meant, one table after another. */
  void everywhere(Tally tally, Maintenance statement) {
    boolean schema = statement.target() == ObjectKind.SCHEMA;
    boolean named = statement.kind() == Maintenance.Kind.REINDEX
        ? statement.target() == ObjectKind.TABLE
            || statement.target() == ObjectKind.INDEX
        : !statement.objects().isEmpty();
    // CLUSTER alone takes only tables that were clustered before, which the catalog does not keep.
    if (named || statement.kind() == Maintenance.Kind.CLUSTER) {
      return;
    }
    moment.catalog().tables().values().stream()
        .filter(table -> table.kind() != Table.Kind.VIEW && table.kind() != Table.Kind.FOREIGN)
        .filter(table -> statement.kind() != Maintenance.Kind.REINDEX || !Moment.isPartitioned(table))
        .filter(table -> !schema || statement.objects().stream().anyMatch(o -> o.name().equals(table.schema())))
        .sorted((a, b) -> Integer.compare(a.id().value(), b.id().value()))
        .forEach(table -> tally.add(maintained(table, statement)));
  }

  private Effects maintained(Table table, Maintenance statement) {
    return switch (statement.kind()) {
      case REINDEX -> reindexed(table, statement);
      case CLUSTER -> rewritten(moment.wholeFamily(table), "physics: cluster");
      case VACUUM -> statement.full()
          ? rewritten(vacuumed(table), "physics: vacuum_full")
          : new Tally(moment, "physics: vacuum").lock(LockMode.SHARE_UPDATE_EXCLUSIVE, vacuumed(table))
              .touchRows().effects();
      case ANALYZE -> new Tally(moment, "physics: analyze")
          .lock(LockMode.ACCESS_SHARE, moment.descendants(table))
          .lock(LockMode.SHARE_UPDATE_EXCLUSIVE, vacuumed(table)).touchRows().effects();
    };
  }

  /** Since PostgreSQL 18 heirs are done with their parent. */
  private List<Table> vacuumed(Table table) {
    return moment.version() >= VACUUM_HEIRS_SINCE ? moment.descendants(table) : moment.wholeFamily(table);
  }

  private Effects rewritten(List<Table> tables, String source) {
    Tally tally = new Tally(moment, source).lock(LockMode.ACCESS_EXCLUSIVE, tables).work(Kind.REWRITE, tables);
    return moment.version() >= CLUSTER_PARTITIONED_SINCE && tables.stream().anyMatch(Moment::isPartitioned)
        ? tally.forbidden().effects()
        : tally.effects();
  }

  /** A partitioned table is done part by part, which no transaction block allows. */
  private Effects reindexed(Table table, Maintenance statement) {
    LockMode mode = statement.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE;
    Tally tally = new Tally(moment, statement.concurrently()
        ? "physics: reindex_table_concurrently"
        : "physics: reindex_table, reindex_index");
    for (Table part : moment.wholeFamily(table)) {
      // The list of partitions is read under SHARE, whatever is done to them (ReindexPartitions in PostgreSQL's source).
      tally.lock(part.id().equals(table.id()) ? mode : LockMode.SHARE, part)
          .rebuild(part, moment.indexesOf(part).stream().filter(index -> isMeant(index, table, statement)).toList());
    }
    if (!moment.indexesOf(table).isEmpty() || !moment.isSure(table)) {
      tally.work(Kind.INDEX_BUILD, table);
    }
    return Moment.isPartitioned(table) ? tally.forbidden().effects() : tally.effects();
  }

  /** Every index of the table, or the one that is named and those of the partitions that stand for it. */
  private boolean isMeant(Index index, Table table, Maintenance statement) {
    return statement.target() != ObjectKind.INDEX || moment.indexesOf(table).stream()
        .filter(named -> statement.objects().stream().anyMatch(o -> o.name().equals(named.name())))
        .anyMatch(named -> index.id().equals(named.id()) || moment.catalog().isCopy(index.id(), named.id()));
  }
}
