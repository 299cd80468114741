package dev.ddlint.rule.design;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The unique indexes of a table, those of constraints included. */
final class UniqueIndexes {
  private final Catalog catalog;
  private final Table table;

  UniqueIndexes(Catalog catalog, Table table) {
    this.catalog = catalog;
    this.table = table;
  }

  /** Those over columns alone. */
  Stream<Index> plain() {
    return all().filter(index -> index.columns().isPresent());
  }

  Stream<Index> all() {
    return catalog.indexesOf(table).stream().filter(index -> index.unique() && !index.keys().isEmpty());
  }

  /** Whether one index holds just these columns of all rows: what a foreign key may refer to. */
  boolean keep(List<Integer> columns) {
    Set<Integer> wanted = new HashSet<>(columns);
    return plain().anyMatch(index -> index.valid() && index.predicate().isEmpty() && columns(index).equals(wanted));
  }

  /** A unique index of all rows whose columns are never NULL: as good as a primary key. */
  Optional<Index> identifying() {
    return plain().filter(index -> index.valid() && index.predicate().isEmpty() && columns(index).stream()
        .allMatch(number -> table.column(number).filter(Column::notNull).isPresent())).findFirst();
  }

  static Set<Integer> columns(Index index) {
    return new HashSet<>(index.columns().orElse(List.of()));
  }
}
