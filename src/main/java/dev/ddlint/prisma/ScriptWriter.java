package dev.ddlint.prisma;

import dev.ddlint.prisma.MigrationScript.Clause;
import dev.ddlint.text.Place;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Writes a script step by step, each under its heading, as Prisma's engine does. */
final class ScriptWriter {
  private final StringBuilder text = new StringBuilder();
  private final List<Clause> clauses = new ArrayList<>();

  /** A piece of SQL and what causes it. */
  record Piece(String sql, Place cause) {}

  /** One statement, caused by one place. */
  void step(String heading, String sql, Place cause) {
    heading(heading);
    statement(sql, cause);
  }

  void heading(String heading) {
    text.append(text.isEmpty() ? "" : "\n").append("-- ").append(heading).append('\n');
  }

  /** Text between statements. */
  void comment(String lines) {
    text.append(lines);
  }

  /** A statement, which gets its semicolon. */
  void statement(String sql, Place cause) {
    mark(text.length(), sql.length(), cause);
    text.append(sql).append(";\n");
  }

  /** ALTER TABLE with its actions, each with a cause of its own. */
  void alter(String table, List<Piece> actions, Place cause) {
    int start = text.length();
    int at = clauses.size();
    text.append("ALTER TABLE ").append(table).append(' ');
    String separator = "";
    for (Piece action : actions) {
      text.append(separator);
      mark(text.length(), action.sql().length(), action.cause());
      text.append(action.sql());
      separator = ",\n";
    }
    clauses.add(at, new Clause(new Span(start, text.length()), cause));
    text.append(";\n");
  }

  /** CREATE TABLE with what stands between its parentheses. */
  void create(String table, List<Piece> parts, Place cause) {
    int start = text.length();
    int at = clauses.size();
    text.append("CREATE TABLE ").append(table).append(" (\n");
    String separator = "";
    for (Piece part : parts) {
      boolean key = part.sql().startsWith("CONSTRAINT ");
      text.append(separator).append(key && !separator.isEmpty() ? "\n    " : "    ");
      mark(text.length(), part.sql().length(), part.cause());
      text.append(part.sql());
      separator = ",\n";
    }
    text.append("\n)");
    clauses.add(at, new Clause(new Span(start, text.length()), cause));
    text.append(";\n");
  }

  private void mark(int from, int length, Place cause) {
    clauses.add(new Clause(new Span(from, from + length), cause));
  }

  MigrationScript finish() {
    return new MigrationScript(text.toString(), clauses);
  }
}
