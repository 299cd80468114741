package dev.ddlint.engine;

import dev.ddlint.ir.Statement;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.physics.Physics;
import dev.ddlint.project.RunnerProfile;
import dev.ddlint.project.Section;
import dev.ddlint.report.Server;
import dev.ddlint.server.PostgresServer;
import dev.ddlint.server.Workplace;
import dev.ddlint.text.SourceFile;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the examples of the rules' pages on a server. */
final class OnServer implements AutoCloseable {
  private static final Pattern CREATED_ROLE = Pattern.compile("(?i)\\bCREATE\\s+(?:ROLE|USER)\\s+\"?(\\w+)");
  private static final Pattern NAMED_ROLE = Pattern
      .compile(
          "(?i)\\b(?:TO|FROM|ROLE|AUTHORIZATION)\\s+(\\w+(?:\\s*,\\s*\\w+)*)\\s*(?:;|USING|WITH|AS|FOR|SET|BYPASSRLS|$)");
  /** What stands before a name that an example makes. */
  private static final String MADE = "(?i)(create\\b[^;(]*\\b(table|view|sequence|type|domain|schema|index)|rename to"
      + "|add( column)?)\\s+(if not exists\\s+|concurrently\\s+)*(\"?\\w+\"?\\.)?\"?";
  private static final Pattern MISSING = Pattern
      .compile("(?:relation|table|column|type|constraint|schema|index) \"([^\"]+)\"");
  private static final String EXTENSIONS = """
      CREATE EXTENSION citext SCHEMA extensions; CREATE EXTENSION pgcrypto SCHEMA extensions;
      CREATE EXTENSION "uuid-ossp" SCHEMA extensions; CREATE EXTENSION pg_trgm SCHEMA extensions;
      CREATE EXTENSION btree_gist SCHEMA extensions""";
  /** What Supabase and Citus bring, by the words that ask for it. */
  private static final Map<String, String> PLATFORMS = Map.of("auth.", """
      CREATE SCHEMA auth; CREATE TABLE auth.users (id uuid PRIMARY KEY, email text);
      CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS 'SELECT NULL::uuid';
      CREATE FUNCTION auth.jwt() RETURNS jsonb LANGUAGE sql STABLE AS 'SELECT NULL::jsonb';
      CREATE FUNCTION auth.role() RETURNS text LANGUAGE sql STABLE AS 'SELECT NULL::text'""", "storage.",
      """
          CREATE SCHEMA storage; CREATE TABLE storage.objects (id uuid PRIMARY KEY, bucket_id text, name text, owner uuid)""",
      "create_distributed_table", """
          CREATE FUNCTION create_distributed_table(text, text) RETURNS void LANGUAGE sql AS 'SELECT'""",
      "create_reference_table", """
          CREATE FUNCTION create_reference_table(text) RETURNS void LANGUAGE sql AS 'SELECT'""");
  /** Cells that hold the name of a constraint or an index, by kind of line. */
  private static final List<String> NAME_LAST = List.of("primary-key", "unique");
  private static final List<String> NAME_THIRD = List.of("foreign-key", "check", "index", "constraint-index",
      "exclude");

  private final PostgresServer server;
  private final Workplace work;

  OnServer() throws IOException, SQLException {
    server = PostgresServer.bundled();
    work = new Workplace(server, EXTENSIONS, "");
  }

  /** A session in an empty database; the platform's own objects are there where the example speaks of them. */
  Connection fresh(String example) throws SQLException {
    Connection session = work.fresh();
    roles(example);
    for (Map.Entry<String, String> platform : PLATFORMS.entrySet()) {
      boolean own = example.toLowerCase(Locale.ROOT).contains("create schema " + platform.getKey().replace(".", ""));
      if (example.contains(platform.getKey()) && !own) {
        PostgresServer.send(session, platform.getValue());
      }
    }
    return session;
  }

  /** Makes the roles that a text grants something to, and takes away those that it makes itself. */
  private void roles(String text) throws SQLException {
    Set<String> own = new HashSet<>();
    Matcher made = CREATED_ROLE.matcher(text);
    while (made.find()) {
      own.add(made.group(1));
      server.dropRole(made.group(1));
    }
    Matcher named = NAMED_ROLE.matcher(text);
    while (named.find()) {
      for (String name : named.group(1).split("\\s*,\\s*")) {
        if (!own.contains(name) && !name.startsWith("pg_")) {
          server.roleIfMissing(name);
        }
      }
    }
  }

  /** Runs a file as its runner does. */
  void migrate(Connection session, ExampleProject project, String file) throws SQLException, IOException {
    SourceFile source = project.source(file);
    for (Section section : project.sections(file)) {
      List<Statement> statements = statements(source, section);
      int forbidding = (int) statements.stream().filter(Physics::forbiddenInTransaction).count();
      boolean inside = section.runner().transaction(statements.size(), forbidding)
          .answer() == RunnerProfile.Answer.IN_TRANSACTION;
      boolean whole = inside && section.runner().reach() == RunnerProfile.Reach.STATEMENT;
      if (whole) {
        PostgresServer.send(session, source.text(section.span()));
        continue;
      }
      List<String> texts = new ArrayList<>(statements.stream().map(s -> source.text(s.span())).toList());
      if (inside) {
        texts.add(0, "BEGIN");
        texts.add("COMMIT");
      }
      each(session, texts);
    }
  }

  private void each(Connection session, List<String> texts) throws SQLException {
    try {
      for (String text : texts) {
        PostgresServer.send(session, text);
      }
    } catch (SQLException e) {
      PostgresServer.send(session, "ROLLBACK");
      throw e;
    }
  }

  /** Runs the files before one; each statement by itself, since they are there already. */
  void history(Connection session, ExampleProject project, String file) throws SQLException, IOException {
    for (String earlier : project.before(file)) {
      migrate(session, project, earlier);
    }
  }

  private static List<Statement> statements(SourceFile source, Section section) {
    return new ScriptReader().read(source).statements().stream()
        .filter(s -> section.span().contains(s.span())).toList();
  }

  /** The catalog's lines without the names of constraints and indexes, sorted. */
  List<String> catalog(Connection session) throws SQLException {
    List<String> lines = new ArrayList<>();
    PostgresServer.send(session, "SET search_path = ''");
    for (List<String> row : PostgresServer.ask(session, Server.catalogQuery())) {
      lines.add(unnamed(row.get(0)));
    }
    PostgresServer.send(session, "RESET search_path");
    lines.removeIf(line -> line.contains("extensions."));
    Collections.sort(lines);
    return lines;
  }

  private static String unnamed(String line) {
    List<String> cells = new ArrayList<>(Arrays.asList(line.split("\t", -1)));
    if (NAME_LAST.contains(cells.get(0))) {
      cells.remove(cells.size() - 1);
    } else if (NAME_THIRD.contains(cells.get(0))) {
      cells.remove(2);
    }
    return String.join(" ", cells);
  }

  /** The statement needs an object that the example leaves out on purpose: nothing in it makes one of that name. */
  static boolean isNotShown(SQLException e, String text) {
    Matcher missing = MISSING.matcher(String.valueOf(e.getMessage()));
    boolean undefined = e.getSQLState().startsWith("42") && e.getMessage().contains("does not exist");
    return undefined && missing.find() && !Pattern
        .compile(MADE + Pattern.quote(missing.group(1).substring(missing.group(1).lastIndexOf('.') + 1)) + "\\b")
        .matcher(text).find();
  }

  @Override
  public void close() throws SQLException, IOException {
    server.close();
  }
}
