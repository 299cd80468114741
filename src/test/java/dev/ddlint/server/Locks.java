package dev.ddlint.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;

/** The strongest lock on each relation that a session was seen to hold or to wait for. */
final class Locks {
  private static final List<String> WEAKEST_FIRST = List.of("AccessShare", "RowShare", "RowExclusive",
      "ShareUpdateExclusive", "Share", "ShareRowExclusive", "Exclusive", "AccessExclusive");
  private static final String QUERY = "SELECT relation, mode FROM pg_locks WHERE locktype = 'relation'"
      + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND pid = ";

  private final Relations before;
  private final TreeMap<String, String> strongest = new TreeMap<>();

  Locks(Relations before) {
    this.before = before;
  }

  /** Looks at what the session has and wants now. */
  void look(Connection session, int pid) throws SQLException {
    for (List<String> row : PostgresServer.rows(session, QUERY + pid)) {
      Relations.Relation relation = before.byOid().get(row.get(0));
      if (relation != null && !relation.isIndex()) {
        add(relation.name(), row.get(1).replace("Lock", ""));
      }
    }
  }

  void add(String relation, String mode) {
    strongest.merge(relation, mode, (a, b) -> WEAKEST_FIRST.indexOf(a) >= WEAKEST_FIRST.indexOf(b) ? a : b);
  }

  TreeMap<String, String> strongest() {
    return strongest;
  }
}
