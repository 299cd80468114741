package dev.ddlint.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** How many rows of each table were read, in sequence and through indexes. */
record Reads(Map<String, Count> byTable) {
  private static final String QUERY = """
      SELECT s.relid, s.relname, coalesce(s.seq_tup_read, 0), coalesce(s.idx_tup_fetch, 0), c.reltuples
      FROM pg_stat%s_all_tables s JOIN pg_class c ON c.oid = s.relid
      WHERE s.schemaname NOT IN ('pg_catalog', 'information_schema') AND s.schemaname NOT LIKE 'pg_toast%%'""";

  private record Count(String name, long inSequence, long throughIndex, double rows) {}

  /** Of the transaction that is open. */
  static Reads ofTransaction(Connection session) throws SQLException {
    return read(session, "_xact");
  }

  /** Of all sessions that have ended. */
  static Reads ofAll(Connection session) throws SQLException {
    return read(session, "");
  }

  private static Reads read(Connection session, String which) throws SQLException {
    Map<String, Count> counts = new HashMap<>();
    for (List<String> row : PostgresServer.rows(session, QUERY.formatted(which))) {
      counts.put(row.get(0), new Count(row.get(1), Long.parseLong(row.get(2)), Long.parseLong(row.get(3)),
          Double.parseDouble(row.get(4))));
    }
    return new Reads(counts);
  }

  /** The tables that were read whole since. */
  TreeSet<String> wholeSince(Reads earlier) {
    TreeSet<String> names = new TreeSet<>();
    byTable.forEach((oid, now) -> {
      Count then = earlier.byTable().get(oid);
      if (then != null) {
        boolean fetched = then.rows() > 0 && now.throughIndex() - then.throughIndex() >= then.rows();
        if (now.inSequence() > then.inSequence() || fetched) {
          names.add(then.name());
        }
      }
    });
    return names;
  }
}
