package dev.ddlint.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;

/**
 * Finds the locks of a statement that refuses a transaction block, and so keeps none to be looked at. Each relation is
 * held by a session of its own in some mode; the statement then has to wait wherever it asks for a lock that conflicts,
 * which {@code pg_locks} shows. The session in its way lets go, and it runs on to the next. Done with modes from weak to
 * strong, no lock of it is missed, however short.
 */
final class Waiting {
  /** Each conflicts with fewer of the modes that a statement may ask for (manual, table 13.2). */
  private static final List<String> MODES = List.of("ACCESS EXCLUSIVE", "SHARE UPDATE EXCLUSIVE",
      "ROW EXCLUSIVE", "ACCESS SHARE");
  /** LOCK TABLE does not take a materialized view; these statements lock it in the same mode. */
  private static final Map<String, String> OF_MATERIALIZED_VIEW = Map.of("ACCESS EXCLUSIVE",
      "ALTER MATERIALIZED VIEW %s RENAME TO held", "SHARE UPDATE EXCLUSIVE", "ANALYZE %s", "ACCESS SHARE",
      "SELECT FROM %s LIMIT 0");

  private final Workplace work;
  private final String setup;
  private final String statement;

  Waiting(Workplace work, String setup, String statement) {
    this.work = work;
    this.setup = setup;
    this.statement = statement;
  }

  TreeMap<String, String> locks() throws SQLException {
    Locks all = against(MODES.get(0), relation -> true);
    TreeMap<String, String> touched = new TreeMap<>(all.strongest());
    for (String mode : MODES.subList(1, touched.isEmpty() ? 1 : MODES.size())) {
      against(mode, relation -> touched.containsKey(relation.name())).strongest().forEach(all::add);
    }
    return all.strongest();
  }

  private Locks against(String mode, Predicate<Relations.Relation> which) throws SQLException {
    Map<Integer, Connection> holders = new HashMap<>();
    try (Connection session = work.fresh(); Connection watching = work.connect()) {
      Observer.prepare(session, setup);
      Relations before = Relations.now(watching);
      for (Relations.Relation relation : before.tables().filter(which).toList()) {
        hold(relation, mode, holders);
      }
      return run(session, watching, before, holders);
    } finally {
      for (Connection holder : holders.values()) {
        holder.close();
      }
    }
  }

  private void hold(Relations.Relation relation, String mode, Map<Integer, Connection> holders)
      throws SQLException {
    String name = '"' + relation.name() + '"';
    String sql = relation.kind().equals("m")
        ? OF_MATERIALIZED_VIEW.getOrDefault(mode, "").formatted(name)
        : "LOCK TABLE ONLY " + name + " IN " + mode + " MODE";
    if (sql.isEmpty() || relation.kind().equals("v")) {
      return;
    }
    Connection holder = work.connect();
    PostgresServer.run(holder, "BEGIN");
    holders.put(Observer.pid(holder), holder);
    PostgresServer.run(holder, sql);
  }

  private Locks run(Connection session, Connection watching, Relations before, Map<Integer, Connection> holders)
      throws SQLException {
    int pid = Observer.pid(session);
    Locks locks = new Locks(before);
    CompletableFuture<Void> running = CompletableFuture.runAsync(() -> execute(session));
    while (!running.isDone()) {
      for (int inTheWay : blocking(watching, pid)) {
        locks.look(watching, pid);
        Connection holder = holders.get(inTheWay);
        if (holder != null) {
          PostgresServer.run(holder, "ROLLBACK");
        }
      }
    }
    running.join();
    return locks;
  }

  private void execute(Connection session) {
    try {
      PostgresServer.run(session, statement);
    } catch (SQLException e) {
      throw new CompletionException(statement, e);
    }
  }

  private static List<Integer> blocking(Connection watching, int pid) throws SQLException {
    List<Integer> pids = new ArrayList<>();
    PostgresServer.rows(watching, "SELECT unnest(pg_blocking_pids(" + pid + "))")
        .forEach(row -> pids.add(Integer.parseInt(row.get(0))));
    return pids;
  }
}
