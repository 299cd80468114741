package dev.ddlint.physics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.State;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What real servers did: the physics table beside the corpus, and the project's own rows, measured by the same
 * {@code pgprobe.py} on PostgreSQL 14.20, 15.18, 17.7 and 18.1. Each of those holds setup, statement and the bad rows
 * tried, so that it can be measured again.
 */
final class GroundTruth {

  /** One shape on one server. {@code state} is the error's code; {@code tried} the bad rows, where that is known. */
  record Row(String id, String setup, String statement, int version, String locks, boolean heapScan, String fails,
      boolean runsInTransaction, boolean indexRebuilt, String rewritten, String scanned, String state,
      Optional<String> tried) {

    /** Whether the statement got as far as doing something. */
    boolean ran() {
      return !locks.equals("-");
    }

    boolean mentions(String words) {
      return statement.contains(words) || setup.contains(words);
    }

    /** A new, empty file is no rewrite: nothing was read. */
    boolean emptied() {
      return !rewritten.isEmpty() && !heapScan && !anyRows();
    }

    /** It failed on the usual rows, so its locks were measured on empty tables. */
    boolean anyRows() {
      return fails.equals("yes (any rows)");
    }
  }

  private GroundTruth() {}

  static List<Row> shared() {
    List<Row> rows = new ArrayList<>();
    List<String> lines = lines(folder().resolve("pg-ground-truth.tsv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] c = line.split("\t", -1);
      if (!c[4].equals("setup failed")) {
        rows.add(new Row(c[0], c[1], c[2], major(c[3]), c[4], c[6].equals("yes"), c[7], !c[8].equals("no"),
            c[9].equals("yes"), c[11], c[12], state(c[13]), Optional.empty()));
      }
    }
    return rows;
  }

  static List<Row> own() {
    List<Row> rows = new ArrayList<>();
    List<String> lines = resource("more-ground-truth.tsv");
    for (String line : lines.subList(1, lines.size())) {
      String[] c = line.split("\t", -1);
      rows.add(new Row(c[0], c[1], c[2], major(c[3]), c[4], c[6].equals("yes"), c[7], !c[8].equals("no"),
          c[9].equals("yes"), c[10], c[11], c[12], Optional.of(c[13])));
    }
    return rows;
  }

  private static int major(String version) {
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }

  private static String state(String detail) {
    return detail.length() > 5 ? detail.substring(0, 5) : "";
  }

  /** The tables that the probe makes before each shape. */
  static State base() {
    String probe = String.join("\n", lines(folder().resolve("pgprobe.py")));
    String mark = "\"\"\"";
    int start = probe.indexOf(mark, probe.indexOf("BASE = ")) + mark.length();
    return fold(State.EMPTY, probe.substring(start, probe.indexOf(mark, start))).beginMigration(1);
  }

  static State fold(State before, String sql) {
    SourceFile file = new SourceFile("setup.sql", sql);
    State state = before;
    for (Statement statement : new ScriptReader().read(file).statements()) {
      state = state.apply(statement, file).after();
    }
    return state;
  }

  /** What physics says of the row's statement. */
  static Effects predict(State base, Row row) {
    State before = fold(base, row.setup());
    SourceFile file = new SourceFile("statement.sql", row.statement());
    Statement statement = new ScriptReader().read(file).statements().get(0);
    List<Change> changes = before.apply(statement, file).changes();
    return Physics.of(row.version(), Optional.empty()).effects(statement, before, changes);
  }

  static List<String> resource(String name) {
    try (var stream = GroundTruth.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    Path folder = Path.of(System.getProperty("ddlint.corpus", "no-corpus")).toAbsolutePath().normalize()
        .resolveSibling("physics");
    assumeTrue(Files.isDirectory(folder), "no physics table beside the corpus: set -Dddlint.corpus");
    return folder;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
