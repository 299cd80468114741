package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.Optional;

/**
 * One key of an index.
 *
 * @param column the column's name, empty for an expression
 * @param expression empty for a column
 * @param sort {@code ASC} or {@code DESC} when written
 * @param nulls {@code FIRST} or {@code LAST} when written
 */
public record IndexKey(Optional<Identifier> column, Optional<Expression> expression, Optional<String> collation,
    Optional<String> operatorClass, Optional<String> sort, Optional<String> nulls, Span span) {

  public boolean descending() {
    return sort.filter("DESC"::equals).isPresent();
  }
}
