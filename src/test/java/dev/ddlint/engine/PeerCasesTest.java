package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.Preset;
import dev.ddlint.project.Layouts;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.project.ProjectSettings;
import dev.ddlint.project.RunnerProfile;
import dev.ddlint.rule.RuleIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Other tools' own test cases. Where the peer expects a finding, a rule that stands for its rule speaks; where it expects
 * none, none of them does; but for the differences that {@code peers/differences.tsv} justifies one by one.
 */
class PeerCasesTest {
  private static final Path TABLES = Path.of("src/test/resources/peers");
  private static final List<String> FILES = List.of("eugene.jsonl", "postgres-language-server.jsonl",
      "sqlfluff-pg.jsonl");
  private static final Pattern PART = Pattern.compile("(?m)^-- (\\d+)\\.sql$");

  @TempDir
  private Path folder;
  private int count;

  /** What a peer's rule is here. */
  private record Counterpart(RunnerProfile.Reach reach, List<String> rules) {}

  /** @param key names the case in the table of differences */
  private record Case(String key, String peer, String rule, boolean speaks, String sql) {}

  @TestFactory
  List<DynamicTest> peersAndWeAgree() throws IOException {
    Map<String, Counterpart> rules = counterparts();
    Map<String, String> differences = differences();
    List<DynamicTest> tests = new ArrayList<>();
    for (Case each : cases()) {
      tests.add(DynamicTest.dynamicTest(each.key(), () -> {
        Counterpart ours = rules.get(each.peer() + " " + each.rule());
        assertThat(ours).as("a row for %s %s in rules.tsv", each.peer(), each.rule()).isNotNull();
        if (!ours.rules().isEmpty()) {
          TreeSet<String> spoken = spoken(each, ours);
          boolean agrees = spoken.isEmpty() != each.speaks();
          assertThat(agrees).as("%s expects %s, we say %s of%n%s", each.peer(),
              each.speaks() ? "a finding of " + ours.rules() : "none of " + ours.rules(), spoken, each.sql())
              .isEqualTo(!differences.containsKey(each.key()));
        }
      }));
    }
    return tests;
  }

  @Test
  void eachDifferenceIsAboutACaseAndSaysWhy() throws IOException {
    List<String> keys = cases().stream().map(Case::key).toList();
    assertThat(keys).doesNotHaveDuplicates();
    assertThat(differences()).allSatisfy((key, why) -> {
      assertThat(keys).contains(key);
      assertThat(why).hasSizeGreaterThan(40);
    });
  }

  private TreeSet<String> spoken(Case each, Counterpart ours) throws InterruptedException {
    Path here = folder.resolve("case" + count++);
    Bench bench = new Bench(here);
    parts(each.sql()).forEach((name, sql) -> bench.file(name, sql));
    ProjectSettings run = new ProjectSettings(List.of(), Optional.of(Layouts.reaching(ours.reach())));
    TreeSet<String> spoken = new TreeSet<>();
    Linter.lint(ProjectFinder.find(List.of(), here, run), RuleIndex.load(), Configuration.DEFAULT.with(Preset.STRICT))
        .findings().stream().filter(finding -> ours.rules().contains(finding.rule()))
        .forEach(finding -> spoken.add(finding.rule()));
    return spoken;
  }

  /** A line {@code -- 2.sql} begins another migration. */
  private static Map<String, String> parts(String sql) {
    Map<String, String> parts = new LinkedHashMap<>();
    Matcher mark = PART.matcher(sql);
    if (!mark.find()) {
      return Map.of("001.sql", sql);
    }
    boolean more = true;
    while (more) {
      String name = String.format(Locale.ROOT, "%03d.sql", Integer.parseInt(mark.group(1)));
      int start = mark.end();
      more = mark.find();
      parts.put(name, sql.substring(start, more ? mark.start() : sql.length()));
    }
    return parts;
  }

  private static List<Case> cases() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, Integer> seen = new LinkedHashMap<>();
    List<Case> cases = new ArrayList<>();
    for (String file : FILES) {
      for (String line : Files.readAllLines(Corpus.shared().resolve("peer-cases").resolve(file))) {
        JsonNode node = json.readTree(line);
        String path = node.path("file").asText();
        String name = path.isEmpty() ? node.path("test").asText() : path.substring(path.lastIndexOf('/') + 1);
        String key = node.path("peer").asText() + " " + node.path("rule").asText() + " " + node.path("expect").asText()
            + " " + name;
        int ordinal = seen.merge(key.strip(), 1, Integer::sum);
        cases.add(new Case(ordinal > 1 ? key.strip() + " " + ordinal : key.strip(), node.path("peer").asText(),
            node.path("rule").asText(), node.path("expect").asText().equals("error"), node.path("sql").asText()));
      }
    }
    return cases;
  }

  private static List<String[]> rows(String table) throws IOException {
    return Files.readAllLines(TABLES.resolve(table)).stream().filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> line.split("\t", -1)).toList();
  }

  private static Map<String, Counterpart> counterparts() throws IOException {
    Map<String, Counterpart> counterparts = new LinkedHashMap<>();
    RuleIndex index = RuleIndex.load();
    for (String[] row : rows("rules.tsv")) {
      List<String> rules = row[3].equals("-") ? List.of() : List.of(row[3].split(","));
      assertThat(rules).as("rules of ours in rules.tsv").allMatch(rule -> index.byId(rule).isPresent());
      assertThat(rules.isEmpty()).as("%s %s says why there is none", row[0], row[1]).isEqualTo(row.length > 4);
      counterparts.put(row[0] + " " + row[1],
          new Counterpart(RunnerProfile.Reach.valueOf(row[2].toUpperCase(Locale.ROOT)), rules));
    }
    return counterparts;
  }

  private static Map<String, String> differences() throws IOException {
    Map<String, String> differences = new LinkedHashMap<>();
    for (String[] row : rows("differences.tsv")) {
      differences.put(row[0], row[1]);
    }
    return differences;
  }
}
