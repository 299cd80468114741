package dev.ddlint.physics;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Table;
import dev.ddlint.physics.Words.Word;
import java.util.List;

/**
 * Whether a table's constraints prove that a column holds no NULL, so that SET NOT NULL reads no row (manual, ALTER
 * TABLE, since PostgreSQL 12; physics: set_not_null_with_valid_check, set_not_null_with_notvalid_check).
 */
final class ProvesNotNull {

  private ProvesNotNull() {}

  /** A validated CHECK with {@code column IS NOT NULL} among its conditions joined by AND. */
  static boolean proved(Table table, Column column) {
    return table.constraints(Constraint.Check.class).stream()
        .anyMatch(check -> check.validated() && says(Words.of(check.condition().text()), column.name()));
  }

  /** A NOT NULL constraint that waits for its validation (PostgreSQL 18). */
  static boolean promised(Table table, Column column) {
    return table.constraints(Constraint.NotNull.class).stream()
        .anyMatch(constraint -> constraint.columns().contains(column.number()));
  }

  private static boolean says(List<Word> words, String column) {
    List<Word> bare = unwrap(words);
    for (List<Word> conjunct : conjuncts(bare)) {
      List<Word> inner = unwrap(conjunct);
      boolean whole = inner.size() == 4 && inner.get(0).isName() && inner.get(0).text().equals(column)
          && inner.get(1).is("is") && inner.get(2).is("not") && inner.get(3).is("null");
      boolean nested = inner.size() < bare.size() && says(inner, column);
      if (whole || nested) {
        return true;
      }
    }
    return false;
  }

  /** Splits at each AND outside of parentheses; an OR there makes the whole one condition. */
  private static List<List<Word>> conjuncts(List<Word> words) {
    List<List<Word>> parts = new java.util.ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
      if (depth == 0 && (word.is("or") || word.is("between"))) {
        return List.of(words);
      }
      if (depth == 0 && word.is("and")) {
        parts.add(words.subList(start, i));
        start = i + 1;
      }
    }
    parts.add(words.subList(start, words.size()));
    return parts;
  }

  /** Takes away parentheses around the whole. */
  private static List<Word> unwrap(List<Word> words) {
    List<Word> inner = words;
    while (inner.size() > 1 && inner.get(0).is("(") && closing(inner) == inner.size() - 1) {
      inner = inner.subList(1, inner.size() - 1);
    }
    return inner;
  }

  private static int closing(List<Word> words) {
    int depth = 0;
    for (int i = 0; i < words.size(); i++) {
      depth += words.get(i).is("(") ? 1 : words.get(i).is(")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
