package dev.ddlint.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How PostgreSQL's JDBC driver sends several statements in one string, which Liquibase hands to it with
 * {@code splitStatements:false} and {@code runInTransaction:false} (auto-commit): one implicit transaction.
 */
class LiquibaseDriverTest {
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void aConcurrentBuildAloneRuns() throws SQLException {
    run("CREATE TABLE alone (a int)");
    run("CREATE INDEX CONCURRENTLY ON alone (a)");
    assertThat(count("pg_index WHERE indrelid = 'alone'::regclass AND indisvalid")).isEqualTo(1);
  }

  @Test
  void aConcurrentBuildBehindAnotherStatementIsRefused() {
    assertThatThrownBy(() -> run("CREATE TABLE behind (a int); CREATE INDEX CONCURRENTLY ON behind (a)"))
        .hasMessageContaining("cannot run inside a transaction block");
  }

  @Test
  void whatStandsBeforeARefusedStatementIsTakenBack() throws SQLException {
    assertThatThrownBy(() -> run("CREATE TABLE gone (a int); SELECT 1 / 0")).hasMessageContaining("division by zero");
    assertThat(count("pg_class WHERE relname = 'gone'")).isZero();
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(String from) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
