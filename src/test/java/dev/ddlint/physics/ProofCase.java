package dev.ddlint.physics;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.State;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A statement whose effects are proved: each stands in {@code cases.tsv}, and runs after {@code base.sql} and its own
 * setup.
 *
 * @param bad SQL that puts rows in the statement's way; empty where no rows can be
 */
record ProofCase(String id, String setup, String statement, String bad) {

  static List<ProofCase> all() {
    return lines("cases.tsv").stream().skip(1).map(line -> line.split("\t", -1))
        .map(c -> new ProofCase(c[0], c[1], c[2], c[3])).toList();
  }

  static String baseSql() {
    return String.join("\n", lines("base.sql"));
  }

  /** The tables that are there before each case. */
  static State base() {
    return fold(State.EMPTY, baseSql()).beginMigration(1);
  }

  static State fold(State before, String sql) {
    SourceFile file = new SourceFile("setup.sql", sql);
    State state = before;
    for (Statement statement : new ScriptReader().read(file).statements()) {
      state = state.apply(statement, file).after();
    }
    return state;
  }

  /** What physics says of the statement. */
  Effects predict(State base, int version) {
    State before = fold(base, setup);
    SourceFile file = new SourceFile("statement.sql", statement);
    Statement parsed = new ScriptReader().read(file).statements().get(0);
    List<Change> changes = before.apply(parsed, file).changes();
    return Physics.of(version, Optional.empty()).effects(parsed, before, changes);
  }

  static List<String> lines(String resource) {
    try (var stream = ProofCase.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
