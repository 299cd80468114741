package dev.ddlint.server;

import dev.ddlint.parse.ScriptReader;
import dev.ddlint.text.SourceFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Runs a statement and sees what it does.
 *
 * <p>In a transaction that is left open, {@code pg_locks} shows the locks, {@code pg_relation_filenode} the new files
 * and {@code pg_stat_xact_all_tables} the rows read. A statement that refuses a transaction is run by itself: its locks
 * are found by {@link Waiting}, the rest from what is there before and after. Whether rows can make it fail shows on a
 * copy with such rows.
 */
public final class Observer {
  private static final String FORBIDDEN_IN_TRANSACTION = "25001";
  /** Rows put in the way before the setup, since the setup would refuse them later. */
  private static final String FIRST = "first: ";

  private final PostgresServer server;
  private final Workplace work;
  private final String emptying;
  private final Connection untouched;

  /**
   * @param untouched a workplace that nothing is committed in
   * @param emptying SQL that takes the rows out of its tables
   */
  public Observer(PostgresServer server, Workplace untouched, Workplace work, String emptying) throws SQLException {
    this.server = server;
    this.untouched = untouched.fresh();
    this.work = work;
    this.emptying = emptying;
  }

  /**
   * Observes one statement.
   *
   * @param bad SQL that puts rows in its way, which it is then tried on as well
   */
  public Observation observe(String setup, String statement, String bad) throws SQLException {
    Observation usual = tried(setup, "", statement);
    if (usual.outcome().equals(FORBIDDEN_IN_TRANSACTION)) {
      return withBadRows(alone(setup, statement), setup, statement, bad);
    }
    if (isAboutRows(usual.outcome())) {
      return tried(setup, emptying, statement).failing(Observation.ANY_ROW, usual.outcome());
    }
    return withBadRows(usual, setup, statement, bad);
  }

  private Observation withBadRows(Observation usual, String setup, String statement, String bad) throws SQLException {
    if (bad.isEmpty() || !usual.ran()) {
      return usual;
    }
    boolean first = bad.startsWith(FIRST);
    String before = first ? bad.substring(FIRST.length()) + ";" + setup : setup;
    String after = first ? "" : bad;
    String outcome = usual.transactionAllowed() && !before.contains("CONCURRENTLY")
        ? outcomeInTransaction(before + ";" + after, statement)
        : outcome(before, after, statement);
    return outcome.equals(Observation.OK) ? usual : usual.failing(usual.outcome(), outcome);
  }

  /** Integrity violations and wrong data. */
  private static boolean isAboutRows(String state) {
    return state.startsWith("23") || state.startsWith("22");
  }

  private Observation tried(String setup, String more, String statement) throws SQLException {
    if (setup.isEmpty() && more.isEmpty()) {
      PostgresServer.run(untouched, "BEGIN");
      return inTransaction(untouched, statement);
    }
    try (Connection session = work.fresh()) {
      prepare(session, setup);
      prepare(session, more);
      PostgresServer.run(session, "BEGIN");
      return inTransaction(session, statement);
    }
  }

  private static Observation inTransaction(Connection session, String statement) throws SQLException {
    planForChecks(session, statement, true);
    Relations before = Relations.now(session);
    Reads earlier = Reads.ofTransaction(session);
    try {
      PostgresServer.run(session, statement);
    } catch (SQLException e) {
      PostgresServer.run(session, "ROLLBACK");
      return Observation.refused(e.getSQLState(), !e.getSQLState().equals(FORBIDDEN_IN_TRANSACTION));
    }
    Observation seen = after(session, before, earlier);
    PostgresServer.run(session, "ROLLBACK");
    return seen;
  }

  private static Observation after(Connection session, Relations before, Reads earlier) throws SQLException {
    Locks locks = new Locks(before);
    locks.look(session, pid(session));
    Reads reads = Reads.ofTransaction(session);
    return seen(before, Relations.now(session), earlier, reads, locks.strongest(), true);
  }

  /**
   * Runs a statement for good, in a transaction of its own.
   *
   * @return empty where it refuses one: then it has run outside
   */
  public static Optional<Observation> commit(Connection session, String statement) throws SQLException {
    PostgresServer.run(session, "BEGIN");
    try {
      planForChecks(session, statement, true);
      Relations before = Relations.now(session);
      Reads earlier = Reads.ofTransaction(session);
      PostgresServer.run(session, statement);
      Observation seen = after(session, before, earlier);
      PostgresServer.run(session, "COMMIT");
      return Optional.of(seen);
    } catch (SQLException e) {
      PostgresServer.run(session, "ROLLBACK");
      if (!e.getSQLState().equals(FORBIDDEN_IN_TRANSACTION)) {
        throw e;
      }
      PostgresServer.run(session, statement);
      return Optional.empty();
    }
  }

  private static Observation seen(Relations before, Relations after, Reads earlier, Reads reads,
      TreeMap<String, String> locks, boolean transaction) {
    return new Observation(Observation.OK, locks, before.rewritten(after), before.emptied(after),
        reads.wholeSince(earlier), before.rebuilt(after), "", transaction);
  }

  private Observation alone(String setup, String statement) throws SQLException {
    String outcome = outcome(setup, "", statement);
    if (!outcome.equals(Observation.OK)) {
      return Observation.refused(outcome, false);
    }
    try (Connection watching = work.fresh()) {
      PostgresServer.run(watching, "SET track_counts = off");
      prepare(watching, setup);
      Relations before = Relations.now(watching);
      Reads earlier = Reads.ofAll(watching);
      int pid;
      try (Connection session = work.connect()) {
        pid = pid(session);
        sessionSettings(session, setup);
        planForChecks(session, statement, false);
        PostgresServer.run(session, statement);
      }
      waitForStatistics(watching, pid);
      Reads reads = isPlainVacuum(statement) ? earlier : Reads.ofAll(watching);
      Observation seen = seen(before, Relations.now(watching), earlier, reads, new TreeMap<>(), false);
      seen.locks().putAll(new Waiting(work, setup, statement).locks());
      return seen;
    }
  }

  /** What it reads hangs on what others did before: pages whose rows all can see are left out. */
  private static boolean isPlainVacuum(String statement) {
    return statement.startsWith("VACUUM") && !statement.startsWith("VACUUM FULL");
  }

  /** A session hands its counts in when it ends; before version 15 a collector writes them down half a second later. */
  private void waitForStatistics(Connection watching, int pid) throws SQLException {
    while (!PostgresServer.rows(watching, "SELECT 1 FROM pg_stat_activity WHERE pid = " + pid).isEmpty()) {
      Thread.onSpinWait();
    }
    if (server.major() < 15) {
      PostgresServer.run(watching, "SELECT pg_sleep(1.2)");
    }
  }

  /** Everything in one transaction: the database is as new afterwards. */
  private String outcomeInTransaction(String before, String statement) throws SQLException {
    PostgresServer.run(untouched, "BEGIN");
    try {
      prepare(untouched, before);
    } catch (SQLException e) {
      PostgresServer.run(untouched, "ROLLBACK");
      throw e;
    }
    return inTransaction(untouched, statement).outcome();
  }

  private String outcome(String setup, String more, String statement) throws SQLException {
    try (Connection session = work.fresh()) {
      prepare(session, setup);
      prepare(session, more);
      PostgresServer.run(session, statement);
      return Observation.OK;
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  static int pid(Connection session) throws SQLException {
    return Integer.parseInt(PostgresServer.rows(session, "SELECT pg_backend_pid()").get(0).get(0));
  }

  static void prepare(Connection session, String sql) throws SQLException {
    for (String statement : statements(sql)) {
      PostgresServer.run(session, statement);
    }
  }

  /** Keeps the planner from indexes, so that a check reads what it may have to read; a query of the user's is left alone. */
  private static void planForChecks(Connection session, String statement, boolean inTransaction) throws SQLException {
    boolean query = List.of("SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "MERGE").stream()
        .anyMatch(verb -> statement.toUpperCase(Locale.ROOT).startsWith(verb));
    if (!query) {
      PostgresServer.run(session,
          "SELECT set_config(name, 'off', " + inTransaction + ") FROM pg_settings WHERE name IN"
              + " ('enable_indexscan', 'enable_indexonlyscan', 'enable_bitmapscan')");
    }
  }

  /** What only the session that set it knows. */
  static void sessionSettings(Connection session, String setup) throws SQLException {
    for (String statement : statements(setup)) {
      if (statement.toUpperCase(Locale.ROOT).startsWith("SET ")) {
        PostgresServer.run(session, statement);
      }
    }
  }

  static List<String> statements(String sql) {
    SourceFile file = new SourceFile("setup.sql", sql);
    return new ScriptReader().read(file).statements().stream()
        .map(s -> sql.substring(s.span().start(), s.span().end())).toList();
  }
}
