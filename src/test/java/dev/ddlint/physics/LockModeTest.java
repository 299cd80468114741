package dev.ddlint.physics;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Which locks two sessions can hold at a time, asked of a server. */
class LockModeTest {

  @Test
  void modesConflictAsOnAServer() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        Connection one = postgres.getPostgresDatabase().getConnection();
        Connection other = postgres.getPostgresDatabase().getConnection()) {
      execute(one, "CREATE TABLE t (a int)");
      one.setAutoCommit(false);
      other.setAutoCommit(false);
      for (LockMode held : LockMode.values()) {
        for (LockMode wanted : LockMode.values()) {
          execute(one, "LOCK TABLE t IN " + held.sql() + " MODE");
          assertThat(held.conflictsWith(wanted)).as(held + " and " + wanted).isEqualTo(waits(other, wanted));
          one.rollback();
          other.rollback();
        }
      }
    }
  }

  private static boolean waits(Connection session, LockMode wanted) throws SQLException {
    try {
      execute(session, "LOCK TABLE t IN " + wanted.sql() + " MODE NOWAIT");
      return false;
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isEqualTo("55P03");
      return true;
    }
  }

  private static void execute(Connection session, String sql) throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void whatWaits() {
    assertThat(LockMode.SHARE.blocksReads()).isFalse();
    assertThat(LockMode.SHARE.blocksWrites()).isTrue();
    assertThat(LockMode.SHARE_UPDATE_EXCLUSIVE.blocksWrites()).isFalse();
    assertThat(LockMode.SHARE_UPDATE_EXCLUSIVE.blocksMaintenance()).isTrue();
    assertThat(LockMode.ACCESS_SHARE.blocksDdl()).isTrue();
  }
}
