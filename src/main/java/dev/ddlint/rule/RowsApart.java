package dev.ddlint.rule;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.State;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.Expression;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the rows that are there are known to differ in the keys of a unique index, so that it cannot fail. */
public final class RowsApart {

  private RowsApart() {}

  public static boolean in(Index index, Table table, Context at) {
    return isNull(table, index, at) || wasUnique(index, at);
  }

  /** A column that came with this migration and was never filled holds NULL alone, and NULLs are distinct. */
  private static boolean isNull(Table table, Index index, Context at) {
    Table now = at.after().catalog().table(table.id()).orElse(table);
    return !index.nullsNotDistinct() && index.keys().stream().flatMap(key -> key.column().stream())
        .flatMap(number -> now.column(number).stream())
        .anyMatch(column -> at.isAddedHere(column) && !column.hasDefault()
            && column.generation() == Column.Generation.NONE && !isFilled(table, column, at));
  }

  private static boolean isFilled(Table table, Column column, Context at) {
    return at.earlier().stream().anyMatch(change -> change instanceof Change.RowsWritten written
        && written.table().id().equals(table.id()) && (written.statement().columns().isEmpty()
            || written.statement().columns().stream().anyMatch(c -> c.name().equals(column.name()))));
  }

  /** Rows that already differ in some of the columns differ in all of them. */
  private static boolean wasUnique(Index index, Context at) {
    Set<Integer> columns = index.columns().map(Set::copyOf).orElse(Set.of());
    return known(index, at).anyMatch(other -> other.unique() && other.valid() && !other.id().equals(index.id())
        && (other.predicate().isEmpty()
            || other.predicate().map(Expression::text).equals(index.predicate().map(Expression::text)))
        && (other.nullsNotDistinct() || !index.nullsNotDistinct())
        && other.columns().filter(columns::containsAll).isPresent());
  }

  /** The table's indexes before the migration and before the statement: one that was just dropped has held until then. */
  private static Stream<Index> known(Index index, Context at) {
    return Stream.of(at.day().before(), at.before()).map(State::catalog)
        .flatMap(catalog -> catalog.table(index.table()).map(catalog::indexesOf).orElse(List.of()).stream());
  }
}
