package dev.ddlint.prisma;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The names that Prisma gives to keys and indexes: PostgreSQL's own habit, but cut before the suffix where PostgreSQL
 * would cut table and columns by turns.
 */
final class ConstraintNames {
  private static final int LIMIT = 63;

  private ConstraintNames() {}

  static String primaryKey(String table) {
    return cut(table, "_pkey");
  }

  static String unique(String table, List<String> columns) {
    return cut(table + "_" + String.join("_", columns), "_key");
  }

  static String index(String table, List<String> columns) {
    return cut(table + "_" + String.join("_", columns), "_idx");
  }

  static String foreignKey(String table, List<String> columns) {
    return cut(table + "_" + String.join("_", columns), "_fkey");
  }

  /** Prefix and suffix in at most 63 bytes, the prefix cut at a character. */
  static String cut(String prefix, String suffix) {
    byte[] bytes = prefix.getBytes(StandardCharsets.UTF_8);
    int end = LIMIT - suffix.length();
    if (bytes.length <= end) {
      return prefix + suffix;
    }
    while ((bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8) + suffix;
  }
}
