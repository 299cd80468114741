package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A column of CREATE TABLE or ADD COLUMN with what is written on it.
 *
 * @param type empty in {@code OF type} tables and in partitions, which only amend a column
 * @param constraints the column's own, in the order written: also those that are no constraints to the catalog, such as
 *        DEFAULT
 * @param span from the name to the last constraint
 */
public record ColumnDefinition(Identifier name, Optional<TypeName> type, Optional<String> collation,
    Optional<String> storage, Optional<String> compression, List<ColumnConstraint> constraints, Span span) {

  public <C extends ColumnConstraint> Optional<C> first(Class<C> kind) {
    return constraints.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  public boolean has(Class<? extends ColumnConstraint> kind) {
    return constraints.stream().anyMatch(kind::isInstance);
  }
}
