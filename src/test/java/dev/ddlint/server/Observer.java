package dev.ddlint.server;

import dev.ddlint.parse.ScriptReader;
import dev.ddlint.text.SourceFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Runs a statement on copies of one database and sees what it does.
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
  private final String template;
  private final String emptying;
  private final String untouched;

  /** @param emptying SQL that takes the rows out of the template's tables */
  public Observer(PostgresServer server, String template, String emptying) throws SQLException {
    this.server = server;
    this.template = template;
    this.emptying = emptying;
    untouched = server.copy(template);
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
    boolean clean = setup.isEmpty() && more.isEmpty();
    String database = clean ? untouched : server.copy(template);
    try (Connection session = server.connect(database)) {
      prepare(session, setup);
      prepare(session, more);
      planForChecks(session, statement);
      PostgresServer.run(session, "BEGIN");
      return inTransaction(session, statement);
    } finally {
      if (!clean) {
        server.drop(database);
      }
    }
  }

  private static Observation inTransaction(Connection session, String statement) throws SQLException {
    Relations before = Relations.now(session);
    Reads earlier = Reads.ofTransaction(session);
    try {
      PostgresServer.run(session, statement);
    } catch (SQLException e) {
      PostgresServer.run(session, "ROLLBACK");
      return Observation.refused(e.getSQLState(), !e.getSQLState().equals(FORBIDDEN_IN_TRANSACTION));
    }
    Locks locks = new Locks(before);
    locks.look(session, pid(session));
    Reads reads = Reads.ofTransaction(session);
    Observation seen = seen(before, Relations.now(session), earlier, reads, locks.strongest(), true);
    PostgresServer.run(session, "ROLLBACK");
    return seen;
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
    String database = server.copy(template);
    try (Connection watching = server.connect(database)) {
      try (Connection session = server.connect(database)) {
        PostgresServer.run(session, "SET track_counts = off");
        prepare(session, setup);
      }
      Relations before = Relations.now(watching);
      Reads earlier = Reads.ofAll(watching);
      int pid;
      try (Connection session = server.connect(database)) {
        pid = pid(session);
        sessionSettings(session, setup);
        planForChecks(session, statement);
        PostgresServer.run(session, statement);
      }
      waitForStatistics(watching, pid);
      TreeMap<String, String> locks = new Waiting(server, template, setup, statement).locks();
      return seen(before, Relations.now(watching), earlier, Reads.ofAll(watching), locks, false);
    } finally {
      server.drop(database);
    }
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
    try (Connection session = server.connect(untouched)) {
      PostgresServer.run(session, "BEGIN");
      prepare(session, before);
      return inTransaction(session, statement).outcome();
    }
  }

  private String outcome(String setup, String more, String statement) throws SQLException {
    String database = server.copy(template);
    try (Connection session = server.connect(database)) {
      prepare(session, setup);
      prepare(session, more);
      PostgresServer.run(session, statement);
      return Observation.OK;
    } catch (SQLException e) {
      return e.getSQLState();
    } finally {
      server.drop(database);
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
  private static void planForChecks(Connection session, String statement) throws SQLException {
    boolean query = List.of("SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "MERGE").stream()
        .anyMatch(verb -> statement.toUpperCase(Locale.ROOT).startsWith(verb));
    if (!query) {
      PostgresServer.run(session,
          "SET enable_indexscan = off; SET enable_indexonlyscan = off; SET enable_bitmapscan = off");
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
