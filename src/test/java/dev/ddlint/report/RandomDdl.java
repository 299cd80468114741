package dev.ddlint.report;

import java.util.List;
import java.util.Random;

/** Writes random DDL over few names, so that statements meet: most are valid where they stand, many are not. */
final class RandomDdl {
  private static final List<String> TABLES = List.of("a", "b", "p", "q",
      "a_table_whose_name_is_rather_long_and_will_be_cut_sometimes");
  private static final List<String> COLUMNS = List.of("id", "n", "x", "y", "\"Z\"",
      "a_column_whose_name_is_rather_long");
  private static final List<String> TYPES = List.of("int", "bigint", "text", "varchar(20)", "numeric(6)", "timestamptz",
      "boolean", "uuid", "int[]", "e", "serial");

  private final Random random;

  RandomDdl(long seed) {
    this.random = new Random(seed);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String table() {
    return any(TABLES);
  }

  private String column() {
    return any(COLUMNS);
  }

  String next() {
    String t = table();
    return switch (random.nextInt(24)) {
      case 0, 1, 2 -> create(t);
      case 3 -> "CREATE TABLE p (id int, n int, x text" + (chance(50) ? ", PRIMARY KEY (id)" : ", CHECK (n > 0)")
          + ") PARTITION BY RANGE (id)";
      case 4 ->
        "CREATE TABLE p" + random.nextInt(3) + " PARTITION OF p FOR VALUES FROM (" + at() + ") TO (" + at() + ")";
      case 5 -> "CREATE " + (chance(30) ? "UNIQUE " : "") + "INDEX " + (chance(50) ? "" : "i" + random.nextInt(4) + " ")
          + "ON " + t + " (" + keys() + ")" + (chance(20) ? " INCLUDE (" + column() + ")" : "")
          + (chance(30) ? " WHERE " + column() + " IS NOT NULL" : "");
      case 6, 7, 8 -> "ALTER TABLE " + t + " ADD COLUMN " + definition(column());
      case 9, 10 -> "ALTER TABLE " + t + " DROP COLUMN " + column() + cascade();
      case 11, 12 -> "ALTER TABLE " + t + " ADD " + constraint();
      case 13 -> "ALTER TABLE " + t + " RENAME COLUMN " + column() + " TO " + column();
      case 14 -> "ALTER TABLE " + t + " RENAME TO " + table();
      case 15 -> "ALTER TABLE " + t + " ALTER COLUMN " + column() + any(List.of(" SET NOT NULL", " DROP NOT NULL",
          " SET DEFAULT NULL", " DROP DEFAULT", " TYPE text", " TYPE varchar(30)", " TYPE bigint"));
      case 16 -> "DROP TABLE " + t + cascade();
      case 17 -> "DROP INDEX " + (chance(50) ? "i" + random.nextInt(4) : t + "_" + column().replace("\"", "") + "_idx");
      case 18 -> "ALTER TABLE p " + (chance(50)
          ? "ATTACH PARTITION " + t + " FOR VALUES FROM (" + at() + ") TO (" + at() + ")"
          : "DETACH PARTITION p" + random.nextInt(3));
      case 19 -> "CREATE TABLE " + t + " (LIKE " + table() + any(List.of("", " INCLUDING ALL", " INCLUDING INDEXES",
          " INCLUDING DEFAULTS INCLUDING CONSTRAINTS")) + ")";
      case 20 -> "ALTER TABLE " + t + " DROP CONSTRAINT " + t + any(List.of("_pkey", "_n_key", "_n_check", "_x_fkey",
          "_check", "_n_fkey")) + cascade();
      case 21 -> any(List.of("CREATE TYPE e AS ENUM ('k', 'l')", "ALTER TYPE e ADD VALUE 'm' BEFORE 'l'",
          "ALTER TYPE e RENAME TO f", "DROP TYPE e" + cascade(), "CREATE SEQUENCE s"));
      case 22 -> "CREATE VIEW v" + random.nextInt(2) + " AS SELECT " + column() + " FROM " + t;
      default -> "ALTER INDEX " + t + "_pkey RENAME TO i" + random.nextInt(4);
    };
  }

  private int at() {
    return random.nextInt(6) * 10;
  }

  private String cascade() {
    return chance(50) ? " CASCADE" : "";
  }

  private String keys() {
    String first = chance(20) ? any(List.of("lower(x)", "(n + 1)", "abs(n)")) : column();
    return chance(40) ? first + ", " + column() : first;
  }

  private String create(String t) {
    StringBuilder sql = new StringBuilder("CREATE TABLE " + t + " (id int" + (chance(60) ? " PRIMARY KEY" : ""));
    for (String column : COLUMNS.subList(1, COLUMNS.size())) {
      if (chance(50)) {
        sql.append(", ").append(definition(column));
      }
    }
    if (chance(30)) {
      sql.append(", ").append(constraint());
    }
    return sql.append(")").append(chance(10) ? " INHERITS (" + table() + ")" : "").toString();
  }

  private String definition(String column) {
    String type = column.equals("n") ? "int" : column.equals("x") && chance(60) ? "text" : any(TYPES);
    return column + " " + type + any(List.of("", "", "", " NOT NULL", " UNIQUE", " DEFAULT NULL",
        " CHECK (" + column + " IS NOT NULL)", " REFERENCES " + table(), " UNIQUE NOT NULL"));
  }

  private String constraint() {
    return switch (random.nextInt(5)) {
      case 0 -> "UNIQUE (" + column() + ", " + column() + ")";
      case 1 -> "UNIQUE (" + column() + ")";
      case 2 -> "CHECK (" + column() + " IS NOT NULL OR " + column() + " IS NULL)" + (chance(30) ? " NOT VALID" : "");
      case 3 -> "FOREIGN KEY (" + column() + ") REFERENCES " + table() + (chance(40) ? " ON DELETE CASCADE" : "");
      default -> "PRIMARY KEY (" + column() + ")";
    };
  }
}
