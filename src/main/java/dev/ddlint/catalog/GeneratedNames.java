package dev.ddlint.catalog;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/**
 * The names that PostgreSQL gives to constraints, indexes and sequences that were made without one: table and columns
 * joined and cut to 63 bytes, then numbered until free (makeObjectName and ChooseRelationName of its source; manual,
 * CREATE INDEX, "name").
 */
public final class GeneratedNames {
  private static final int NAME_BYTES = 63;

  private GeneratedNames() {}

  /**
   * {@code table_columns_label}, or with a number behind it when taken.
   *
   * @param columns joined by underscores; empty for a primary key
   */
  public static String choose(String table, String columns, String label, Predicate<String> taken) {
    for (int pass = 0;; pass++) {
      String name = compose(table, columns, pass == 0 ? label : label + pass);
      if (!taken.test(name)) {
        return name;
      }
    }
  }

  /** Cuts the longer of both names, byte by byte, until the whole fits. */
  static String compose(String table, String columns, String label) {
    int overhead = bytes(label) + 1 + (columns.isEmpty() ? 0 : 1);
    int available = NAME_BYTES - overhead;
    int first = bytes(table);
    int second = bytes(columns);
    while (first + second > available) {
      if (first > second) {
        first--;
      } else {
        second--;
      }
    }
    String head = clip(table, first);
    return columns.isEmpty() ? head + "_" + label : head + "_" + clip(columns, second) + "_" + label;
  }

  /** Columns joined as ChooseIndexNameAddition does it: it stops once the limit is reached. */
  public static String join(List<String> columns) {
    StringBuilder joined = new StringBuilder();
    for (String column : columns) {
      if (joined.length() > 0) {
        joined.append('_');
      }
      joined.append(column);
      if (bytes(joined.toString()) > NAME_BYTES) {
        break;
      }
    }
    return clip(joined.toString(), NAME_BYTES);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** At most so many bytes, never half a character. */
  private static String clip(String text, int limit) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= limit) {
      return text;
    }
    int end = limit;
    while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }
}
