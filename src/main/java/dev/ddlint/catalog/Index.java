package dev.ddlint.catalog;

import dev.ddlint.ir.Expression;
import java.util.List;
import java.util.Optional;

/**
 * An index.
 *
 * @param table the table or materialized view that it is on
 * @param include columns that are carried along, by number
 * @param columnNames what the index itself calls its keys and carried columns: renaming a column of the table leaves
 *     them, and copies of the index are named after them
 * @param valid false after a concurrent build that failed, and on a partitioned parent before its parts are attached
 * @param constraint the key that it keeps
 */
public record Index(ObjectId id, ObjectId table, String schema, String name, boolean unique, String method,
    List<Key> keys, List<Integer> include, List<String> columnNames, Optional<Expression> predicate,
    boolean nullsNotDistinct, boolean valid, Optional<ObjectId> constraint, Origin origin) {

  /**
   * One key: a column by number or an expression.
   *
   * @param references the columns that an expression reads
   */
  public record Key(Optional<Integer> column, Optional<Expression> expression, Optional<String> operatorClass,
      Optional<String> collation, boolean descending, Optional<String> nulls, List<Integer> references) {

    /** Whether it is a column in its default order and class. */
    public boolean isPlain() {
      return column.isPresent() && operatorClass.isEmpty() && collation.isEmpty() && !descending && nulls.isEmpty();
    }
  }

  /** The columns of the keys in order; empty when one of them is an expression. */
  public Optional<List<Integer>> columns() {
    return keys.stream().allMatch(key -> key.column().isPresent())
        ? Optional.of(keys.stream().map(key -> key.column().orElseThrow()).toList())
        : Optional.empty();
  }

  /** Whether the column stands in a key, an expression, the predicate's columns excepted. */
  public boolean uses(int column) {
    return keys.stream().anyMatch(key -> key.column().filter(c -> c == column).isPresent()
        || key.references().contains(column)) || include.contains(column);
  }

  Index withName(String otherSchema, String otherName) {
    return new Index(id, table, otherSchema, otherName, unique, method, keys, include, columnNames, predicate,
        nullsNotDistinct,
        valid,
        constraint, origin);
  }

  Index withExpressions(List<Key> otherKeys, Optional<Expression> otherPredicate) {
    return new Index(id, table, schema, name, unique, method, otherKeys, include, columnNames, otherPredicate,
        nullsNotDistinct,
        valid, constraint, origin);
  }

  Index withValid(boolean other) {
    return new Index(id, table, schema, name, unique, method, keys, include, columnNames, predicate, nullsNotDistinct,
        other,
        constraint,
        origin);
  }

  Index withConstraint(ObjectId key) {
    return new Index(id, table, schema, name, unique, method, keys, include, columnNames, predicate, nullsNotDistinct,
        valid,
        Optional.of(key), origin);
  }
}
