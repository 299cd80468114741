package dev.ddlint.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A throw-away PostgreSQL server. */
public final class PostgresServer implements AutoCloseable {
  private final EmbeddedPostgres postgres;
  private final Connection maintenance;
  private int made;

  private PostgresServer(EmbeddedPostgres postgres) throws SQLException {
    this.postgres = postgres;
    maintenance = connect("postgres");
  }

  /** The server that the tests bring with them. */
  public static PostgresServer bundled() throws IOException, SQLException {
    return new PostgresServer(settings().start());
  }

  /** A server from an archive of embedded binaries. */
  public static PostgresServer from(Path archive) throws IOException, SQLException {
    byte[] binaries = binaries(archive);
    return new PostgresServer(
        settings().setPgBinaryResolver((system, machine) -> new ByteArrayInputStream(binaries)).start());
  }

  /** Rows are counted exactly where nothing else runs; the sessions' time zone is one in which UTC is no default. */
  private static EmbeddedPostgres.Builder settings() {
    return EmbeddedPostgres.builder().setServerConfig("fsync", "off").setServerConfig("full_page_writes", "off")
        .setServerConfig("autovacuum", "off").setServerConfig("max_connections", "60")
        .setServerConfig("timezone", "Europe/Madrid");
  }

  private static byte[] binaries(Path archive) throws IOException {
    try (InputStream in = java.nio.file.Files.newInputStream(archive); ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".txz")) {
          return zip.readAllBytes();
        }
      }
    }
    throw new IOException(archive + " holds no binaries");
  }

  public int major() throws SQLException {
    return maintenance.getMetaData().getDatabaseMajorVersion();
  }

  /** A new, empty database. */
  public String create() throws SQLException {
    String name = "work" + made++;
    run(maintenance, "CREATE DATABASE " + name);
    return name;
  }

  /** Makes a role, which all databases share. */
  public void role(String name) throws SQLException {
    run(maintenance, "CREATE ROLE " + name);
  }

  public void drop(String database) throws SQLException {
    run(maintenance, "DROP DATABASE " + database + " WITH (FORCE)");
  }

  /** A session that sends each text as it stands: what stands in one text is one transaction. */
  public Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("preferQueryMode", "simple");
    return DriverManager.getConnection(postgres.getJdbcUrl("postgres", database), properties);
  }

  /** Makes a role where there is none of that name. */
  public void roleIfMissing(String name) throws SQLException {
    if (rows(maintenance, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'").isEmpty()) {
      role('"' + name + '"');
    }
  }

  public void dropRole(String name) throws SQLException {
    run(maintenance, "DROP ROLE IF EXISTS \"" + name + '"');
  }

  /** Sends a text as one query. */
  public static void send(Connection session, String sql) throws SQLException {
    run(session, sql);
  }

  /** The rows of a query, their cells as text. */
  public static List<List<String>> ask(Connection session, String query) throws SQLException {
    return rows(session, query);
  }

  static void run(Connection session, String sql) throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute(sql);
    }
  }

  static List<List<String>> rows(Connection session, String query) throws SQLException {
    List<List<String>> all = new ArrayList<>();
    try (Statement statement = session.createStatement(); ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(rows.getString(i)));
        }
        all.add(row);
      }
    }
    return all;
  }

  @Override
  public void close() throws SQLException, IOException {
    maintenance.close();
    postgres.close();
  }
}
