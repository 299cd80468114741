package dev.ddlint.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A database to work in that is put back to its beginning where something was left behind. To make its tables anew is
 * cheaper than to copy a database with its thousand files; after some rounds a new database takes its place.
 */
public final class Workplace implements AutoCloseable {
  private static final int ROUNDS = 60;
  /** Schemas that the beginning does not make. */
  private static final String KEPT = "'extensions', 'information_schema'";

  private final PostgresServer server;
  private final String always;
  private final String beginning;
  private String database = "";
  private int rounds = ROUNDS;

  /**
   * @param always SQL that a new database begins with; what it makes in the schema {@code extensions} stays
   * @param beginning SQL that makes the rest
   */
  public Workplace(PostgresServer server, String always, String beginning) {
    this.server = server;
    this.always = always;
    this.beginning = beginning;
  }

  /** A session in the database, as at its beginning. */
  public Connection fresh() throws SQLException {
    if (rounds++ >= ROUNDS) {
      close();
      database = server.create();
      try (Connection session = server.connect(database)) {
        PostgresServer.run(session, "CREATE SCHEMA extensions");
        PostgresServer.run(session, "ALTER DATABASE " + database + " SET search_path = public, extensions");
        PostgresServer.run(session, "SET search_path = public, extensions; " + always);
      }
      rounds = 0;
    }
    Connection session = server.connect(database);
    for (String drop : leftovers(session)) {
      PostgresServer.run(session, drop);
    }
    // What the beginning reads is not to be counted later.
    PostgresServer.run(session, "SET track_counts = off");
    PostgresServer.run(session, "CREATE SCHEMA public; " + beginning);
    PostgresServer.run(session, "RESET track_counts");
    return session;
  }

  private static List<String> leftovers(Connection session) throws SQLException {
    return PostgresServer.rows(session, """
        SELECT format('DROP EVENT TRIGGER %I', evtname) FROM pg_event_trigger
        UNION ALL SELECT format('DROP PUBLICATION %I', pubname) FROM pg_publication
        UNION ALL SELECT format('DROP SCHEMA %I CASCADE', nspname) FROM pg_namespace
          WHERE nspname NOT LIKE 'pg\\_%%' AND nspname NOT IN (KEPT)""".replace("KEPT", KEPT).replace("%%", "%"))
        .stream()
        .map(row -> row.get(0)).toList();
  }

  /** Another session in it. */
  public Connection connect() throws SQLException {
    return server.connect(database);
  }

  @Override
  public void close() throws SQLException {
    if (!database.isEmpty()) {
      server.drop(database);
    }
  }
}
