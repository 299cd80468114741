package dev.ddlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.catalog.State;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.physics.ColumnUsers;
import dev.ddlint.text.SourceFile;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A column has users exactly when a server refuses to drop it, and then it refuses another type too. */
class ColumnUsersServerTest {
  private static final String TABLES = "CREATE TABLE t (id int, a int, b int); CREATE TABLE u (id int, a int, t int);";
  private static Server server;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = new Server();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CREATE VIEW v AS SELECT a FROM t", "CREATE VIEW v AS SELECT b AS a FROM t",
      "CREATE VIEW v AS SELECT * FROM t", "CREATE VIEW v AS SELECT x.a FROM u x JOIN t ON t.id = x.t",
      "CREATE VIEW v AS SELECT t.id FROM t JOIN u ON t.a = u.t",
      "CREATE VIEW v AS SELECT u.* FROM t JOIN u ON t.id = u.t",
      "CREATE VIEW v AS SELECT id FROM u WHERE EXISTS (SELECT 1 FROM t WHERE t.id = u.t AND a = 1)",
      "CREATE VIEW v AS SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE a = 1)",
      "CREATE VIEW v AS SELECT id FROM t ORDER BY a",
      "CREATE VIEW v AS WITH t AS (SELECT id, a FROM u) SELECT a FROM t",
      "CREATE VIEW v AS WITH s AS (SELECT a FROM t) SELECT a FROM s",
      "CREATE VIEW v AS SELECT s.a FROM (SELECT a FROM t) s", "CREATE VIEW v AS SELECT id FROM u UNION SELECT a FROM t",
      "CREATE VIEW v AS SELECT id FROM t JOIN u USING (id, a)",
      "CREATE VIEW v AS SELECT count(*) FILTER (WHERE a > 1) FROM t",
      "CREATE VIEW v AS SELECT row_number() OVER (PARTITION BY a) FROM t",
      "CREATE VIEW v AS SELECT CASE WHEN a = 1 THEN 2 END FROM t",
      "CREATE VIEW v AS SELECT x.id FROM t x, LATERAL (SELECT x.a) y",
      "CREATE MATERIALIZED VIEW v AS SELECT a + 1 AS n FROM t", "CREATE POLICY p ON t USING (a = 1)",
      "CREATE POLICY p ON t WITH CHECK (t.a > b)",
      "CREATE POLICY p ON t USING (id IN (SELECT id FROM u WHERE u.a = 1))",
      "CREATE POLICY p ON t USING (id IN (SELECT id FROM u WHERE a = 1))",
      "CREATE POLICY p ON t USING (EXISTS (SELECT 1 FROM u WHERE u.t = t.a))",
      "ALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS (a + 1) STORED", "ALTER TABLE t ADD COLUMN c int DEFAULT 1",
      "CREATE INDEX i ON t (a)", "ALTER TABLE t ADD CHECK (a > 0)"})
  void asTheServerSays(String sql) throws SQLException {
    boolean used = !users(TABLES + sql + ";").isEmpty();
    server.clear();
    assertThat(server.accepts(TABLES + sql)).isTrue();
    assertThat(server.accepts("ALTER TABLE t ALTER COLUMN a TYPE bigint")).isEqualTo(!used);
    assertThat(server.accepts("ALTER TABLE t ALTER COLUMN a TYPE int")).isEqualTo(!used);
    assertThat(server.accepts("ALTER TABLE t DROP COLUMN a")).isEqualTo(!used);
  }

  private static List<ColumnUsers.User> users(String sql) {
    SourceFile file = new SourceFile("x.sql", sql);
    State state = State.EMPTY;
    for (Statement statement : new ScriptReader().read(file).statements()) {
      state = state.apply(statement, file).after();
    }
    Table table = state.catalog().table("public", "t").orElseThrow();
    return ColumnUsers.of(table, table.column("a").orElseThrow(), state);
  }
}
