package dev.ddlint.physics;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether rows cannot be equal in some columns, because they differ in fewer (physics: unique_of_key_superset). */
final class UniqueAlready {

  private UniqueAlready() {}

  /** @param nullsNotDistinct whether two NULLs count as equal: then the columns that differ must hold none */
  static boolean is(Moment moment, Table table, List<Integer> columns, boolean nullsNotDistinct) {
    Set<Integer> all = new HashSet<>(columns);
    return moment.isSure(table) && moment.indexesOf(table).stream()
        .filter(index -> index.unique() && index.valid() && index.predicate().isEmpty())
        .flatMap(index -> index.columns().stream().filter(all::containsAll)
            .filter(keys -> !nullsNotDistinct || index.nullsNotDistinct() || required(table, keys)))
        .findAny().isPresent();
  }

  private static boolean required(Table table, List<Integer> columns) {
    return columns.stream().allMatch(c -> table.column(c).filter(Column::notNull).isPresent());
  }

  static boolean is(Moment moment, Table table, Index made) {
    return made.predicate().isEmpty()
        && made.columns().filter(columns -> is(moment, table, columns, made.nullsNotDistinct())).isPresent();
  }
}
