package dev.ddlint.rule.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.rule.Example;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RulePage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The examples of the pages on a real server: in the bad one a role sees or writes what it should not, or does not find what
 * it should; in the good one that is gone. The schema is made by {@code migrator}, which owns it and is no superuser.
 */
class LeakTest {

  /** The first rows of every case: a note each of two tenants. */
  private static final String NOTES = """
      INSERT INTO tenants VALUES (1), (2);
      INSERT INTO notes (id, tenant_id, body) VALUES (1, 1, 'a'), (2, 2, 'a');
      """;
  private static final String TENANT_1 = "SET app.tenant_id = '1'";
  private static final String ME = "SET app.user_id = '00000000-0000-0000-0000-000000000001'";
  private static final String LIST = "SELECT id FROM notes ORDER BY id";
  private static final String REFUSED = "42501";

  /**
   * One leak.
   *
   * @param bad which of the page's bad examples, from 0; {@code good} likewise
   * @param rows what superusers insert: before the example where it is a change, behind it where it makes the table
   * @param setUp what the role says first
   * @param leak what the query gives with the bad example: the rows' first column, a count, or the error's code
   */
  private record Case(String rule, int bad, int good, boolean change, String rows, String role, String setUp,
      String query, String leak, String closed) {}

  private static Case state(String rule, int bad, int good, String role, String setUp, String query, String leak,
      String closed) {
    return new Case(rule, bad, good, false, NOTES, role, setUp, query, leak, closed);
  }

  private static Case change(String rule, int bad, int good, String rows, String role, String setUp, String query,
      String leak, String closed) {
    return new Case(rule, bad, good, true, rows, role, setUp, query, leak, closed);
  }

  private static final List<Case> CASES = List.of(
      // ---- policies: who sees what
      state("policy-always-true", 0, 0, "app", TENANT_1, LIST, "1 2", "1"),
      state("policy-always-true", 1, 0, "app", TENANT_1, "INSERT INTO notes VALUES (3, 2, 'planted')", "1 row",
          REFUSED),
      state("policy-denies-all", 0, 0, "app", TENANT_1, LIST, "", "1"),
      state("policy-denies-all", 1, 1, "app", TENANT_1, LIST, "", "1"),
      state("policy-check-weaker", 0, 0, "app", TENANT_1, "INSERT INTO notes VALUES (3, 2, 'planted')", "1 row",
          REFUSED),
      state("policy-check-weaker", 0, 1, "app", TENANT_1, "UPDATE notes SET tenant_id = 2", "1 row", REFUSED),
      state("policy-ignores-tenant", 0, 0, "app", TENANT_1, LIST, "1 2", "1"),
      state("policy-ignores-tenant", 2, 0, "app", TENANT_1 + "; " + ME, LIST, "1 2", "1"),
      state("policy-per-row-call", 1, 1, "app", TENANT_1 + "; SET enable_indexscan = off; SET enable_bitmapscan = off",
          "EXPLAIN (COSTS OFF) SELECT id FROM notes",
          "Seq Scan on notes   Filter: (tenant_id = (current_setting('app.tenant_id'::text))::bigint)",
          "Seq Scan on notes   Filter: (tenant_id = (InitPlan 1).col1)   InitPlan 1     ->  Result"),
      state("policy-fails-open", 0, 0, "app", "", LIST, "1 2", ""),
      state("policy-fails-open", 1, 0, "app", "", LIST, "1 2", ""),
      state("policy-fails-open", 2, 1, "authenticated",
          "SET request.jwt.claims = '{\"user_metadata\": {\"tenant_id\": 2}, \"app_metadata\": {\"tenant_id\": 1}}'",
          LIST,
          "2", "1"),
      change("overlapping-permissive-policies", 0, 0, NOTES + "INSERT INTO notes VALUES (3, 1, repeat('x', 200));",
          "app",
          TENANT_1, LIST, "1 3", "1"),
      // ---- row security on and off
      new Case("row-security-missing", 0, 0, false, NOTES + "INSERT INTO orders VALUES (1, 1), (2, 2);", "app",
          TENANT_1,
          "SELECT id FROM orders ORDER BY id", "1 2", "1"),
      new Case("row-security-missing", 2, 1, false, NOTES + "INSERT INTO events VALUES (1, 1, '2026-05-01'), (2, 2,"
          + " '2026-05-01');", "app", TENANT_1, "SELECT id FROM events_2026 ORDER BY id", "1 2", ""),
      new Case("row-security-missing", 2, 1, false, NOTES + "INSERT INTO events VALUES (1, 1, '2026-05-01'), (2, 2,"
          + " '2026-05-01');", "app", TENANT_1, "SELECT id FROM events ORDER BY id", "1", "1"),
      new Case("row-security-without-policy", 0, 0, false, NOTES + "INSERT INTO drafts VALUES (1, 1), (2, 2);", "app",
          TENANT_1, "SELECT id FROM drafts ORDER BY id", "", "1"),
      state("policy-on-disabled-table", 0, 0, "app", TENANT_1, LIST, "1 2", "1"),
      new Case("row-security-not-forced", 0, 0, false, "INSERT INTO notes VALUES (1, 1), (2, 2);", "migrator", TENANT_1,
          LIST, "1 2", "1"),
      change("row-security-disabled-again", 0, 0, NOTES, "app", TENANT_1, LIST, "1 2", "1"),
      change("row-security-disabled-again", 1, 1, NOTES, "migrator", TENANT_1, LIST, "1 2", "1"),
      change("row-security-disabled-again", 2, 0, NOTES, "app", TENANT_1, LIST, "1 2", "1"),
      change("row-security-hides-backfill", 0, 0, NOTES + "UPDATE notes SET body = NULL;", "postgres", "",
          "SELECT id FROM notes WHERE body IS NULL ORDER BY id", "1 2", ""),
      // ---- past the policies
      change("view-bypasses-row-security", 0, 0, NOTES, "app", TENANT_1, "SELECT id FROM note_list ORDER BY id", "1 2",
          "1"),
      change("definer-function-search-path", 0, 0, "INSERT INTO tenants VALUES (1), (2);", "app",
          ME + "; CREATE TEMP TABLE members AS SELECT 2::bigint AS tenant_id, auth.uid() AS user_id; GRANT ALL ON members TO PUBLIC",
          "SELECT is_member(2)", "t", "f"),
      change("bypass-role", 0, 0, NOTES + "ALTER TABLE notes ENABLE ROW LEVEL SECURITY;"
          + "CREATE POLICY one ON notes USING (tenant_id = 1); GRANT SELECT ON notes TO PUBLIC;", "reporting", "", LIST,
          "1 2", "1"),
      change("broad-grant", 0, 0, NOTES, "anon", "", "UPDATE notes SET body = 'x'", "2 row", REFUSED),
      // ---- keys
      new Case("tenant-unscoped-unique", 0, 0, false, NOTES + "INSERT INTO projects VALUES (1, 1, 'main');", "app", "",
          "INSERT INTO projects VALUES (2, 2, 'main')", "23505", "1 row"),
      new Case("cross-tenant-reference", 0, 0, false, NOTES, "app", "", "INSERT INTO attachments VALUES (1, 2, 1)",
          "1 row",
          "23503"),
      new Case("tenant-default-literal", 0, 0, false, NOTES, "app", "", "INSERT INTO orders (id) VALUES (1)", "1 row",
          "42704"),
      new Case("tenant-column-without-foreign-key", 0, 0, false, NOTES, "app", "", "INSERT INTO orders VALUES (1, 99)",
          "1 row", "23503"),
      change("tenant-join-unscoped", 1, 0,
          "INSERT INTO tenants VALUES (1), (2); INSERT INTO notes VALUES (1, 1, 'a'); INSERT INTO tags VALUES (7, 2, 'a');",
          "postgres", "", "SELECT tenant_id FROM files WHERE id = 7", "1", ""));

  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      run(connection,
          """
              CREATE ROLE migrator LOGIN; CREATE ROLE app LOGIN; CREATE ROLE anon LOGIN; CREATE ROLE authenticated LOGIN;
              CREATE ROLE support_admin LOGIN;
              CREATE SCHEMA auth;
              CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT current_setting('app.user_id', true)::uuid $$;
              CREATE FUNCTION auth.jwt() RETURNS jsonb LANGUAGE sql STABLE
                AS $$ SELECT current_setting('request.jwt.claims', true)::jsonb $$;
              GRANT USAGE ON SCHEMA auth TO PUBLIC; GRANT CREATE, TEMP ON DATABASE postgres TO PUBLIC;
              """);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @TestFactory
  List<DynamicTest> leaks() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Case leak : CASES) {
      tests.add(DynamicTest.dynamicTest(leak.rule() + ", bad " + leak.bad(),
          () -> assertThat(outcome(leak, true, leak.bad())).isEqualTo(leak.leak())));
      tests.add(DynamicTest.dynamicTest(leak.rule() + ", good " + leak.good(),
          () -> assertThat(outcome(leak, false, leak.good())).isEqualTo(leak.closed())));
    }
    return tests;
  }

  private static String outcome(Case leak, boolean bad, int ordinal) throws SQLException {
    Example example = example(leak.rule(), bad, ordinal);
    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      run(connection, "DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public AUTHORIZATION migrator;"
          + "GRANT USAGE, CREATE ON SCHEMA public TO PUBLIC; DROP ROLE IF EXISTS reporting");
    }
    for (String history : example.history()) {
      as("migrator", history);
    }
    if (leak.change()) {
      as("postgres", leak.rows());
    }
    as(leak.rule().equals("bypass-role") ? "postgres" : "migrator", example.code());
    as("migrator", "GRANT ALL ON ALL TABLES IN SCHEMA public TO app, authenticated");
    if (!leak.change()) {
      as("postgres", leak.rows());
    }
    return ask(leak);
  }

  private static Example example(String rule, boolean bad, int ordinal) {
    return RulePage.of(RuleIndex.load().byId(rule).orElseThrow()).examples().stream()
        .filter(example -> example.bad() == bad && example.language() == Example.Language.SQL).toList().get(ordinal);
  }

  private static void as(String role, String sql) throws SQLException {
    try (Connection connection = server.getDatabase(role, "postgres").getConnection()) {
      run(connection, sql);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Case leak) throws SQLException {
    try (Connection connection = server.getDatabase(leak.role(), "postgres").getConnection();
        Statement statement = connection.createStatement()) {
      if (!leak.setUp().isEmpty()) {
        statement.execute(leak.setUp());
      }
      return statement.execute(leak.query()) ? rows(statement.getResultSet()) : statement.getUpdateCount() + " row";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  private static String rows(ResultSet found) throws SQLException {
    List<String> rows = new ArrayList<>();
    while (found.next()) {
      rows.add(found.getString(1));
    }
    return String.join(" ", rows);
  }
}
