package dev.ddlint.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.SourceReader;
import dev.ddlint.text.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Compares what ddlint reads with what PostgreSQL's own parser reads, over every statement of the corpus. The oracle
 * lies beside the corpus and is described in its README.
 */
class OracleTest {
  private static final double REQUIRED = 0.999;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CORPUS = Path.of(System.getProperty("ddlint.corpus", "corpus"));
  private static final Path ORACLE = CORPUS.resolve("../oracle/parser");

  /** What came of the comparison; {@code differences} by {@code file:start}. */
  private static final class Score {
    private int statements;
    private int alike;
    private int structures;
    private int structuresAlike;
    private final Map<String, String> differences = new TreeMap<>();

    private void print() {
      System.out.printf("oracle: boundaries and kinds %d of %d, structure %d of %d%n", alike, statements,
          structuresAlike, structures);
    }
  }

  private static void assumeOracle() {
    assumeTrue(Files.exists(ORACLE.resolve("pg-statements.jsonl")), "no oracle beside the corpus at " + CORPUS);
  }

  @Test
  void readsWhatPostgresReads() throws IOException {
    assumeOracle();
    Score score = new Score();
    for (Map.Entry<String, List<JsonNode>> file : statementsByFile().entrySet()) {
      compare(file.getKey(), file.getValue(), score);
    }
    score.print();
    score.differences.values().stream().limit(Integer.getInteger("ddlint.oracle.show", 20))
        .forEach(System.out::println);
    assertThat(score.statements).isEqualTo(13_375);
    assertThat(score.alike / (double) score.statements).isGreaterThanOrEqualTo(REQUIRED);
    assertThat(score.structuresAlike / (double) score.structures).isGreaterThanOrEqualTo(REQUIRED);
    assertThat(score.differences.keySet()).as("known differences, each with its reason")
        .containsExactlyElementsOf(knownDifferences());
  }

  @Test
  void losesOnlyTheBadPieceOfABadFile() throws IOException {
    assumeOracle();
    for (String line : Files.readAllLines(ORACLE.resolve("pg-file-errors.jsonl"))) {
      JsonNode record = JSON.readTree(line);
      SourceFile file = source(record.get("file").asText());
      int[] offsets = Utf8Offsets.toUtf16(file.text());
      List<String> expected = new ArrayList<>();
      for (JsonNode piece : record.get("pieces")) {
        String kind = piece.has("error") ? "Unrecognized" : piece.get("kind").asText();
        expected.add(span(piece, offsets) + " " + kind);
      }
      assertThat(read(file)).as(file.path()).extracting(s -> s.span() + " " + StatementSignature.tag(s))
          .containsExactlyElementsOf(expected);
    }
  }

  private static Map<String, List<JsonNode>> statementsByFile() throws IOException {
    Map<String, List<JsonNode>> files = new LinkedHashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(ORACLE.resolve("pg-statements.jsonl"))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode record = JSON.readTree(line);
        files.computeIfAbsent(record.get("file").asText(), f -> new ArrayList<>()).add(record);
      }
    }
    return files;
  }

  private static SourceFile source(String path) throws IOException {
    try {
      return SourceReader.read(CORPUS.resolve(path), path);
    } catch (SourceReader.Unreadable e) {
      throw new IOException(e);
    }
  }

  private static List<Statement> read(SourceFile file) {
    return new ScriptReader(Map.of("Namespace", "auth"), false).read(file).statements();
  }

  private static Span span(JsonNode record, int[] offsets) {
    return new Span(offsets[record.get("start").asInt()], offsets[record.get("end").asInt()]);
  }

  private static void compare(String path, List<JsonNode> expected, Score score) throws IOException {
    SourceFile file = source(path);
    int[] offsets = Utf8Offsets.toUtf16(file.text());
    Map<Span, Statement> read = new HashMap<>();
    read(file).forEach(statement -> read.put(statement.span(), statement));
    for (JsonNode record : expected) {
      Span span = span(record, offsets);
      String where = path + ":" + record.get("start").asInt();
      Statement statement = read.remove(span);
      String kind = record.get("kind").asText();
      score.statements++;
      if (statement == null) {
        score.differences.put(where, where + " not found: " + file.text(span));
      } else if (!StatementSignature.tag(statement).equals(kind)) {
        score.differences.put(where,
            where + " is " + kind + ", read as " + describe(statement) + "\n" + file.text(span));
      } else {
        score.alike++;
        compareStructure(where, record.get("sig"), statement, file.text(span), score);
      }
    }
    read.values().forEach(extra -> score.differences.put(path + ":extra:" + extra.span().start(),
        path + " read too much: " + file.text(extra.span())));
  }

  private static String describe(Statement statement) {
    return statement instanceof Unrecognized u ? u.toString() : StatementSignature.tag(statement);
  }

  private static void compareStructure(String where, JsonNode sig, Statement statement, String text, Score score) {
    Optional<ObjectNode> ours = StatementSignature.of(statement);
    if (ours.isEmpty() || sig == null) {
      return;
    }
    score.structures++;
    JsonNode theirs = OracleSignature.normal(statement, (ObjectNode) sig);
    if (ours.get().equals(theirs)) {
      score.structuresAlike++;
    } else {
      score.differences.put(where, where + "\n  postgres " + theirs + "\n  ddlint   " + ours.get() + "\n" + text);
    }
  }

  /** {@code file:start}, a tab, the reason. */
  private static List<String> knownDifferences() throws IOException {
    try (InputStream in = OracleTest.class.getResourceAsStream("oracle-differences.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t")[0]).sorted().toList();
    }
  }
}
