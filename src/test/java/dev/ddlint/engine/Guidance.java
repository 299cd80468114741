package dev.ddlint.engine;

import dev.ddlint.finding.Advice;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The SQL of an advice, as somebody who follows it would run it.
 *
 * @param keeps what happens to the statement that the advice is about
 */
record Guidance(Advice.Kind kind, Keeps keeps, List<String> statements) {

  /** Where the statement goes: its place is taken, or it stays behind or before the advice. */
  enum Keeps {
    NOT, BEHIND, BEFORE
  }

  /** What a step says whose SQL is the migration as it stands. */
  private static final String AS_IT_STANDS = "-- this migration";

  static Guidance of(Optional<Advice> advice) {
    if (advice.isEmpty()) {
      return new Guidance(Advice.Kind.NONE, Keeps.NOT, List.of());
    }
    List<String> statements = new ArrayList<>();
    Keeps keeps = Keeps.NOT;
    for (Advice.Step step : advice.get().steps()) {
      boolean alternative = step.when().startsWith("or") && !statements.isEmpty();
      if (alternative) {
        break;
      }
      List<String> sql = sql(step);
      keeps = step.lines().stream().anyMatch(line -> line.startsWith(AS_IT_STANDS))
          ? statements.isEmpty() ? Keeps.BEFORE : Keeps.BEHIND
          : sql.isEmpty() ? keeps : keeps(step.when(), keeps);
      statements.addAll(sql);
    }
    return new Guidance(advice.get().kind(), keeps, List.copyOf(statements));
  }

  private static Keeps keeps(String when, Keeps otherwise) {
    return when.startsWith("before it")
        ? Keeps.BEHIND
        : when.startsWith("after it") || when.startsWith("with it") ? Keeps.BEFORE : otherwise;
  }

  /** Comments and clauses are words to the reader. */
  private static List<String> sql(Advice.Step step) {
    String text = String.join("\n", step.lines());
    SourceFile file = new SourceFile("advice.sql", text);
    return new ScriptReader().read(file).statements().stream()
        .filter(s -> !(s instanceof Unrecognized) || hasBlank(file.text(s.span()))).map(s -> file.text(s.span()))
        .toList();
  }

  /** Whether the reader has to fill something in before it can run. */
  boolean hasBlank() {
    return statements.stream().anyMatch(Guidance::hasBlank);
  }

  private static boolean hasBlank(String sql) {
    return sql.contains("(...)") || sql.contains("<the ");
  }

  /** The advice in the statement's place, or beside it. */
  List<String> around(String statement) {
    List<String> all = new ArrayList<>(statements);
    if (keeps != Keeps.NOT && !statements.contains(statement)) {
      all.add(keeps == Keeps.BEFORE ? 0 : all.size(), statement);
    }
    return all;
  }

  @Override
  public String toString() {
    return String.join(";\n", statements);
  }
}
