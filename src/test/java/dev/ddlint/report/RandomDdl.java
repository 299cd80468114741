package dev.ddlint.report;

import java.util.List;
import java.util.Random;

/** Writes random DDL over few names, so that statements meet; many are refused where they stand. */
final class RandomDdl {
  private static final List<String> TABLES = List.of("a", "b", "p", "q",
      "a_table_whose_name_is_rather_long_and_will_be_cut_sometimes");
  private static final List<String> COLUMNS = List.of("id", "n", "x", "y", "\"Z\"",
      "a_column_whose_name_is_rather_long");
  private static final List<String> TYPES = List.of("int", "bigint", "text", "varchar(20)", "numeric(6)", "timestamptz",
      "boolean", "uuid", "int[]", "e", "d", "serial");

  private final Random random;
  private final RandomObjects objects;

  RandomDdl(long seed) {
    this.random = new Random(seed);
    this.objects = new RandomObjects(this);
  }

  <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  int number(int below) {
    return random.nextInt(below);
  }

  String table() {
    return (chance(6) ? "other." : "") + any(TABLES);
  }

  String column() {
    return any(COLUMNS);
  }

  String cascade() {
    return one("", " CASCADE");
  }

  /** A statement, or some in a transaction or a block. */
  String next() {
    return switch (number(40)) {
      case 0 -> "BEGIN; " + statement() + "; " + statement() + one("; COMMIT", "; ROLLBACK");
      case 1 -> "DO $$ BEGIN " + statement() + "; EXCEPTION WHEN " + one("duplicate_object", "duplicate_table",
          "duplicate_column") + " THEN NULL; END $$";
      case 2 -> {
        String table = any(TABLES);
        yield "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public' AND tablename = '" + table
            + "') THEN " + create(table) + "; END IF; END $$";
      }
      default -> statement();
    };
  }

  private String statement() {
    return switch (number(10)) {
      case 0, 1, 2 -> objects.next();
      case 3, 4, 5 -> made();
      default -> chance(75) ? "ALTER TABLE " + one("", "", "", "ONLY ") + table() + " " + actions() : renamed();
    };
  }

  // ---- what is made and dropped

  private String made() {
    String t = table();
    return switch (number(16)) {
      case 0, 1, 2, 3 -> create(t);
      case 4 -> "CREATE TABLE p (id int, n int, x text" + one(", PRIMARY KEY (id)", ", CHECK (n > 0)",
          ", EXCLUDE (id WITH =)", "") + ") PARTITION BY " + one("RANGE", "LIST") + " (id)";
      case 5, 6 -> "CREATE TABLE p" + number(3) + " PARTITION OF " + one("p", "p", "p0") + bound()
          + (chance(20) ? " PARTITION BY RANGE (" + one("id", "n") + ")" : "");
      case 7, 8 -> "CREATE " + (chance(30) ? "UNIQUE " : "") + "INDEX " + index() + "ON " + one("", "", "", "ONLY ") + t
          + " (" + keys() + ")" + (chance(20) ? " INCLUDE (" + column() + ")" : "")
          + (chance(30) ? " WHERE " + condition() : "");
      case 9, 10 -> "CREATE TABLE " + t + " (" + (chance(30) ? definition("id") + ", " : "") + "LIKE " + table()
          + one("", " INCLUDING ALL", " INCLUDING INDEXES", " INCLUDING DEFAULTS INCLUDING CONSTRAINTS",
              " INCLUDING ALL EXCLUDING INDEXES", " INCLUDING IDENTITY INCLUDING GENERATED")
          + ")" + (chance(20) ? " INHERITS (" + table() + ")" : "");
      case 11, 12 -> "DROP TABLE " + one("", "IF EXISTS ") + t + cascade();
      case 13 -> "DROP TABLE " + t + ", " + table() + cascade();
      case 14 -> "DROP TABLE p" + number(3);
      default -> "DROP INDEX " + (chance(50) ? "i" + number(4) : bare(t) + "_" + bare(column()) + "_idx") + cascade();
    };
  }

  private String index() {
    return chance(50) ? "" : (chance(20) ? "IF NOT EXISTS " : "") + "i" + number(4) + " ";
  }

  /** The name without its schema and quotes. */
  static String bare(String name) {
    return name.substring(name.indexOf('.') + 1).replace("\"", "");
  }

  private String bound() {
    return one(" FOR VALUES FROM (" + at() + ") TO (" + at() + ")", " FOR VALUES IN (" + at() + ")", " DEFAULT");
  }

  private int at() {
    return number(6) * 10;
  }

  private String keys() {
    String first = chance(20) ? one("lower(x)", "(n + 1)", "abs(n)", "(x || 'k')", "f(n)") : column();
    return first + one("", "", " DESC", " NULLS FIRST") + (chance(40) ? ", " + column() : "");
  }

  private String create(String t) {
    StringBuilder sql = new StringBuilder(
        "CREATE TABLE " + (chance(10) ? "IF NOT EXISTS " : "") + t + " (id int" + (chance(60) ? " PRIMARY KEY" : ""));
    for (String column : COLUMNS.subList(1, COLUMNS.size())) {
      if (chance(50)) {
        sql.append(", ").append(definition(column));
      }
    }
    if (chance(30)) {
      sql.append(", ").append(constraint());
    }
    return sql.append(")").append(chance(10) ? " INHERITS (" + table() + (chance(20) ? ", " + table() : "") + ")" : "")
        .toString();
  }

  String definition(String column) {
    String type = column.equals("n") ? "int" : column.equals("x") && chance(60) ? "text" : any(TYPES);
    return column + " " + type + one("", "", "", " NOT NULL", " UNIQUE", " DEFAULT NULL", " UNIQUE NOT NULL",
        " CHECK (" + column + " IS NOT NULL)", " REFERENCES " + table(), " CONSTRAINT k" + number(3) + " NOT NULL",
        column.equals("n") ? " DEFAULT f(1)" : "");
  }

  private String condition() {
    return one(column() + " IS NOT NULL OR " + column() + " IS NULL", column() + " IS NOT NULL", "n > 0 AND n < 10",
        "n IN (1, 2)", "f(n) > 0", "x LIKE 'k%'", "n BETWEEN 1 AND 9", "NOT (n = 3)");
  }

  private String constraint() {
    String unnamed = switch (number(7)) {
      case 0 -> "UNIQUE (" + column() + ", " + column() + ")";
      case 1 -> "UNIQUE " + one("", "NULLS NOT DISTINCT ") + "(" + column() + ")"
          + (chance(30) ? " INCLUDE (" + column() + ")" : "");
      case 2 -> "CHECK (" + condition() + ")" + one("", "", " NOT VALID", " NO INHERIT");
      case 3, 4 -> "FOREIGN KEY (" + column() + ") REFERENCES " + table() + one("", "", " (id)", " (n)")
          + one("", "", " ON DELETE CASCADE", " ON UPDATE SET NULL") + one("", "", " NOT VALID");
      case 5 -> "EXCLUDE (" + column() + " WITH =" + (chance(30) ? ", " + column() + " WITH =" : "") + ")"
          + (chance(30) ? " WHERE (" + condition() + ")" : "");
      default -> "PRIMARY KEY (" + column() + ")";
    };
    return (chance(25) ? "CONSTRAINT c" + number(4) + " " : "") + unnamed;
  }

  // ---- ALTER TABLE

  private String actions() {
    return chance(15) ? action() + ", " + action() : action();
  }

  private String action() {
    return switch (number(20)) {
      case 0, 1, 2 -> "ADD COLUMN " + one("", "", "", "IF NOT EXISTS ") + definition(column());
      case 3, 4 -> "DROP COLUMN " + one("", "", "", "IF EXISTS ") + column() + cascade();
      case 5, 6, 7 -> "ADD " + constraint();
      case 8, 9, 10 -> "ALTER COLUMN " + column() + one(" SET NOT NULL", " DROP NOT NULL", " SET DEFAULT NULL",
          " DROP DEFAULT", " TYPE text", " TYPE varchar(30)", " TYPE bigint", " SET DEFAULT 1",
          " ADD GENERATED BY DEFAULT AS IDENTITY", " DROP IDENTITY", " SET GENERATED ALWAYS", " DROP EXPRESSION",
          " SET EXPRESSION AS (x || 'l')");
      case 11, 12 -> "DROP CONSTRAINT " + one("", "", "", "IF EXISTS ") + existing() + cascade();
      case 13 -> "ADD COLUMN " + column() + one(" int GENERATED ALWAYS AS IDENTITY",
          " text GENERATED ALWAYS AS (x || 'k') STORED", " int GENERATED ALWAYS AS (n + 1) VIRTUAL");
      case 14 -> "VALIDATE CONSTRAINT " + existing();
      case 15 -> "ADD CONSTRAINT c" + number(4) + one(" UNIQUE", " UNIQUE", " PRIMARY KEY") + " USING INDEX i"
          + number(4);
      case 16 -> one("", "NO ") + "INHERIT " + table();
      case 17 -> one("ENABLE", "DISABLE", "FORCE", "NO FORCE") + " ROW LEVEL SECURITY";
      case 18 -> "ATTACH PARTITION " + (chance(50) ? table() : "p" + number(3)) + bound();
      default -> "DETACH PARTITION p" + number(3);
    };
  }

  /**
   * A constraint that may be there: by a name that PostgreSQL chose, or by ours. Names that it chose for NOT NULL are left
   * out: only version 18 has them, and the fold does not follow them through copies and renames.
   */
  private String existing() {
    return one("c" + number(4), "k" + number(3), any(TABLES).substring(0, 1)
        + one("_pkey", "_n_key", "_n_check", "_x_fkey", "_check", "_n_fkey", "_n_excl"));
  }

  // ---- RENAME and SET SCHEMA

  private String renamed() {
    String t = table();
    return switch (number(9)) {
      case 0, 1, 2 -> "ALTER TABLE " + t + " RENAME COLUMN " + column() + " TO " + column();
      case 3 -> "ALTER TABLE " + t + " RENAME TO " + any(TABLES);
      case 4 -> "ALTER TABLE " + t + " RENAME CONSTRAINT " + existing() + " TO c" + number(4);
      case 5 -> "ALTER INDEX " + (chance(50) ? "i" + number(4) : bare(t) + one("_pkey", "_n_key", "_x_idx"))
          + " RENAME TO i" + number(4);
      case 6 -> "ALTER TABLE " + t + " SET SCHEMA " + one("public", "other");
      case 7 -> "ALTER INDEX i" + number(4) + " ATTACH PARTITION i" + number(4);
      default -> "ALTER TABLE p" + number(3) + " RENAME TO p" + number(3);
    };
  }
}
