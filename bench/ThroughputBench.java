import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many bytes of a table a server reads, indexes and rewrites in a second: what {@code ddlint impact} estimates with.
 *
 * <p>{@code java -cp CLASSPATH bench/ThroughputBench.java [MILLION ROWS] [RUNS]}, with the class path of the tests
 * ({@code mvn dependency:build-classpath -Dmdep.includeScope=test}). It makes a throw-away server that syncs its writes and
 * has PostgreSQL's own settings for memory, and a table of 4 million rows by default; each statement is undone and run again.
 */
public final class ThroughputBench {
  private record Case(String kind, String name, String before, String statement, String after) {}

  private static final List<Case> CASES = List.of(
      new Case("scan", "SET NOT NULL", "", "ALTER TABLE t ALTER COLUMN org SET NOT NULL",
          "ALTER TABLE t ALTER COLUMN org DROP NOT NULL"),
      new Case("scan", "ADD CHECK", "", "ALTER TABLE t ADD CONSTRAINT c CHECK (amount >= 0 AND length(note) < 500)",
          "ALTER TABLE t DROP CONSTRAINT c"),
      new Case("scan", "VALIDATE CHECK", "ALTER TABLE t ADD CONSTRAINT c CHECK (length(note) < 500) NOT VALID",
          "ALTER TABLE t VALIDATE CONSTRAINT c", "ALTER TABLE t DROP CONSTRAINT c"),
      new Case("scan", "VALIDATE FOREIGN KEY",
          "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (org) REFERENCES orgs NOT VALID",
          "ALTER TABLE t VALIDATE CONSTRAINT f", "ALTER TABLE t DROP CONSTRAINT f"),
      new Case("index build", "on bigint", "", "CREATE INDEX i ON t (org)", "DROP INDEX i"),
      new Case("index build", "on text", "", "CREATE INDEX i ON t (email)", "DROP INDEX i"),
      new Case("index build", "on three columns", "", "CREATE INDEX i ON t (org, made, email)", "DROP INDEX i"),
      new Case("index build", "unique on uuid", "", "CREATE UNIQUE INDEX i ON t (token)", "DROP INDEX i"),
      new Case("rewrite", "integer to bigint", "", "ALTER TABLE t ALTER COLUMN n TYPE bigint",
          "ALTER TABLE t ALTER COLUMN n TYPE integer"),
      new Case("rewrite", "volatile default", "", "ALTER TABLE t ADD COLUMN extra uuid DEFAULT gen_random_uuid()",
          "ALTER TABLE t DROP COLUMN extra; VACUUM FULL t"),
      new Case("rewrite", "stored column", "",
          "ALTER TABLE t ADD COLUMN extra text GENERATED ALWAYS AS (lower(email)) STORED",
          "ALTER TABLE t DROP COLUMN extra; VACUUM FULL t"));

  private ThroughputBench() {}

  public static void main(String[] arguments) throws Exception {
    int millions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4;
    int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on").setServerConfig("autovacuum", "off").start();
        Connection session = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"))) {
      make(session, millions);
      long bytes = number(session, "SELECT pg_relation_size('t')");
      System.out.printf("PostgreSQL %s, %,d rows in %d MB, %d runs; MB of the table a second%n%n",
          session.getMetaData().getDatabaseProductVersion(), millions * 1_000_000, bytes >> 20, runs);
      System.out.println("| work | statement | slowest | median | fastest |\n|---|---|---:|---:|---:|");
      for (Case measured : CASES) {
        measure(session, measured, runs);
      }
    }
  }

  private static void make(Connection session, int millions) throws SQLException {
    run(session, "CREATE TABLE orgs (id bigint PRIMARY KEY); INSERT INTO orgs SELECT generate_series(1, 10000)");
    run(session, "CREATE TABLE t (id bigint, org bigint, n integer, email text, token uuid, amount numeric(12, 2),"
        + " made timestamptz, note text)");
    run(session, "INSERT INTO t SELECT i, 1 + (i * 7919) % 10000, i % 1000, md5(i::text) || '@example.com',"
        + " md5(i::text)::uuid, i % 90000 / 7.0, now() - i * interval '1 second', repeat(md5(i::text), 2)"
        + " FROM generate_series(1::bigint, " + millions + " * 1000000) i");
    run(session, "VACUUM ANALYZE t");
    run(session, "CHECKPOINT");
  }

  private static void measure(Connection session, Case measured, int runs) throws SQLException {
    List<Double> speeds = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      run(session, measured.before());
      run(session, "CHECKPOINT");
      long bytes = number(session, "SELECT pg_relation_size('t')");
      long start = System.nanoTime();
      run(session, measured.statement());
      speeds.add(bytes / 1048576.0 / ((System.nanoTime() - start) / 1e9));
      run(session, measured.after());
    }
    Collections.sort(speeds);
    System.out.printf("| %s | %s | %.0f | %.0f | %.0f |%n", measured.kind(), measured.name(), speeds.get(0),
        speeds.get(runs / 2), speeds.get(runs - 1));
  }

  /** Statement by statement: some refuse to share a transaction. */
  private static void run(Connection session, String sql) throws SQLException {
    try (Statement statement = session.createStatement()) {
      for (String one : sql.split(";")) {
        if (!one.isBlank()) {
          statement.execute(one);
        }
      }
    }
  }

  private static long number(Connection session, String query) throws SQLException {
    try (Statement statement = session.createStatement(); ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
