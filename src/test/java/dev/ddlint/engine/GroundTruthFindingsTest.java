package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Level;
import dev.ddlint.rule.Category;
import dev.ddlint.rule.RuleIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every statement that a real server was seen to rewrite, scan or fail on has a finding, and the others are left in
 * peace, but for those that {@code ground-truth-findings.tsv} names with the reason. A statement that the server refuses
 * always is neither.
 */
class GroundTruthFindingsTest {
  private static final String VERSION = "18.";
  private static final Set<String> STRONG = Set.of("Share", "ShareRowExclusive", "Exclusive", "AccessExclusive");
  private static final RuleIndex RULES = RuleIndex.load();

  @TempDir
  private Path folder;
  private int count;

  /** A statement, what was there before it, and what a server did with it. */
  private record Row(String id, String setup, String statement, boolean harmful, boolean refused) {

    static Row of(String[] c) {
      boolean strong = Stream.of(c[4].split("; ")).map(lock -> lock.substring(lock.indexOf(':') + 1))
          .anyMatch(STRONG::contains);
      boolean harmful = c[5].equals("yes") || c[9].equals("yes") || c[7].startsWith("yes")
          || c[6].equals("yes") && strong;
      return new Row(c[0], c[1], c[2], harmful, c[7].equals("error"));
    }

    /** A setting belongs to the session that runs the statement. */
    boolean setsSession() {
      return setup.startsWith("SET ");
    }

    String history() {
      return setsSession() || setup.isEmpty() ? "" : setup + ";";
    }

    String migration() {
      return (setsSession() ? setup + ";\n" : "") + statement + ";";
    }
  }

  private static List<Row> rows() throws IOException {
    List<String> lines = Files.readAllLines(Corpus.shared().resolve("physics/pg-ground-truth.tsv"));
    return lines.stream().skip(1).map(line -> line.split("\t", -1)).filter(c -> c[3].startsWith(VERSION)).map(Row::of)
        .toList();
  }

  /** The tables that the probe makes before each statement. */
  private static String base() throws IOException {
    String probe = Files.readString(Corpus.shared().resolve("physics/pgprobe.py"));
    String mark = "\"\"\"";
    int start = probe.indexOf(mark, probe.indexOf("BASE = ")) + mark.length();
    return probe.substring(start, probe.indexOf(mark, start));
  }

  /** Why a row is not as the rest, by its id; a row that waits for a rule is as the rest once the rule is there. */
  private static Map<String, String> reasons(String kind) throws IOException {
    Map<String, String> reasons = new HashMap<>();
    try (InputStream in = GroundTruthFindingsTest.class.getResourceAsStream("ground-truth-findings.tsv")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1)).filter(c -> c[1].equals(kind) && RULES.byId(c[2]).isEmpty())
          .forEach(c -> reasons.put(c[0], c[3]));
    }
    return reasons;
  }

  private List<Finding> findings(String base, Row row) {
    Bench bench = new Bench(folder.resolve("row" + count++));
    bench.file("001_base.sql", base).file("002_setup.sql", row.history()).file("003_step.sql", row.migration());
    Configuration configuration = Configuration.DEFAULT
        .with(Configuration.DEFAULT.settings().withPostgresVersion(18));
    return bench.lint(configuration, "003_step.sql").findings().stream()
        .filter(finding -> finding.level() != Level.NOTE).toList();
  }

  private static List<String> ids(List<Finding> findings) {
    return findings.stream().map(Finding::rule).toList();
  }

  private static boolean isOfTheseFamilies(Finding finding) {
    Category category = RULES.byId(finding.rule()).orElseThrow().category();
    return category == Category.LOCKS || category == Category.TRANSACTIONS;
  }

  @TestFactory
  List<DynamicTest> harmIsFoundAndTheRestIsLeftInPeace() throws IOException {
    String base = base();
    Map<String, String> silent = reasons("silent");
    Map<String, String> spoken = reasons("spoken");
    List<DynamicTest> tests = new ArrayList<>();
    for (Row row : rows().stream().filter(row -> !row.refused()).toList()) {
      tests.add(DynamicTest.dynamicTest(row.id(), () -> {
        List<Finding> findings = findings(base, row);
        List<Finding> own = findings.stream().filter(GroundTruthFindingsTest::isOfTheseFamilies).toList();
        if (row.harmful() && !silent.containsKey(row.id())) {
          assertThat(ids(findings)).as(row.statement()).isNotEmpty();
        } else if (spoken.containsKey(row.id())) {
          assertThat(ids(own)).as(row.statement()).isNotEmpty();
        } else {
          assertThat(ids(own)).as(row.statement()).isEmpty();
        }
      }));
    }
    return tests;
  }

  @Test
  void theTableNamesNoOtherRows() throws IOException {
    Set<String> harmful = new HashSet<>();
    Set<String> harmless = new HashSet<>();
    rows().forEach(row -> (row.harmful() ? harmful : harmless).add(row.id()));
    assertThat(harmful).hasSize(82).containsAll(reasons("silent").keySet());
    assertThat(harmless).containsAll(reasons("spoken").keySet());
  }
}
