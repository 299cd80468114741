package dev.ddlint.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Puts a few rows into every table, so that reading one shows; equal numbers meet across foreign keys. */
public final class Rows {
  private static final String TABLES = """
      SELECT c.oid, c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN
        ('information_schema', 'extensions') ORDER BY c.oid""";
  private static final String COLUMNS = """
      SELECT quote_ident(a.attname), t.typtype, CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod)
        ELSE format_type(a.atttypid, a.atttypmod) END, t.typcategory, format_type(a.atttypid, NULL)
      FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
      WHERE a.attrelid = %s AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = ''""";

  private Rows() {}

  /** Tables whose rules the rows do not meet stay empty. */
  public static void fill(Connection session) throws SQLException {
    PostgresServer.run(session, "SET session_replication_role = replica");
    for (List<String> table : PostgresServer.rows(session, TABLES)) {
      StringBuilder columns = new StringBuilder();
      StringBuilder values = new StringBuilder();
      for (List<String> column : PostgresServer.rows(session, COLUMNS.formatted(table.get(0)))) {
        columns.append(columns.isEmpty() ? "" : ", ").append(column.get(0));
        values.append(values.isEmpty() ? "" : ", ").append(value(column));
      }
      if (!columns.isEmpty()) {
        insert(session, table.get(1), columns.toString(), values.toString());
      }
    }
    PostgresServer.run(session, "RESET session_replication_role");
  }

  private static void insert(Connection session, String table, String columns, String values) throws SQLException {
    try {
      PostgresServer.run(session, "INSERT INTO " + table + " (" + columns + ") OVERRIDING SYSTEM VALUE SELECT " + values
          + " FROM generate_series(1, 5) i");
    } catch (SQLException e) {
      if (!e.getSQLState().startsWith("2")) {
        throw e;
      }
    }
  }

  private static String value(List<String> column) {
    String type = column.get(2);
    return switch (column.get(1).equals("e") ? "E" : column.get(3)) {
      case "E" -> "(enum_range(NULL::" + column.get(4) + "))[1]";
      case "N" -> "(i % 10)::" + type;
      case "S" -> "i::text::" + type;
      case "B" -> "true";
      case "D" -> "(timestamp '2026-01-01' + i * interval '1 day')::" + (type.startsWith("time ") ? "time" : type);
      case "A" -> "'{}'::" + type;
      case "U" -> switch (type) {
        case "uuid" -> "md5(i::text)::uuid";
        case "json", "jsonb" -> "'{}'::" + type;
        default -> "NULL";
      };
      default -> "NULL";
    };
  }
}
