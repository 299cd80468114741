package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.project.Everything;
import dev.ddlint.project.Found;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.project.Selection;
import dev.ddlint.rule.RuleIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * How often each rule of the recommended preset speaks of each real history, held against what is committed, so that a
 * change of a rule shows what it does to real projects. Written anew, to be read and committed with the change, by
 *
 * <pre>mvn test -Dtest=CorpusFindingsTest -Dddlint.snapshot=write</pre>
 */
class CorpusFindingsTest {
  private static final String SNAPSHOT = "corpus-findings.tsv";
  private static final Path SOURCE = Path.of("src/test/resources/dev/ddlint/engine", SNAPSHOT);
  private static final String HEADER = """
      # Findings of the recommended preset by rule and history: rule, history, count. Written by
      # mvn test -Dtest=CorpusFindingsTest -Dddlint.snapshot=write
      """;

  @Test
  void realHistoriesGetTheFindingsThatAreCommitted() throws IOException, InterruptedException {
    Map<String, Integer> found = found();
    if (System.getProperty("ddlint.snapshot", "").equals("write")) {
      write(found);
    } else {
      assertThat(differences(committed(), found)).as("findings by rule and history, committed -> found").isEmpty();
    }
  }

  /** Counts by rule and history, with a tab between. */
  private static Map<String, Integer> found() throws InterruptedException {
    Path corpus = Corpus.folder();
    Found all = ProjectFinder.find(Everything.in(corpus), corpus);
    Map<String, Integer> counts = new TreeMap<>();
    for (Selection selection : all.selections()) {
      Found one = new Found(List.of(selection), List.of(), List.of());
      Linter.lint(one, RuleIndex.load(), Configuration.DEFAULT).findings()
          .forEach(finding -> counts.merge(finding.rule() + "\t" + selection.project().name(), 1, Integer::sum));
    }
    return counts;
  }

  private static void write(Map<String, Integer> counts) throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    counts.forEach((key, count) -> text.append(key).append('\t').append(count).append('\n'));
    Files.writeString(SOURCE, text);
  }

  private static Map<String, Integer> committed() throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    try (InputStream in = CorpusFindingsTest.class.getResourceAsStream(SNAPSHOT)) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
          .forEach(line -> counts.put(line.substring(0, line.lastIndexOf('\t')),
              Integer.valueOf(line.substring(line.lastIndexOf('\t') + 1))));
    }
    return counts;
  }

  /** {@code rule in history: 3 -> 5 (+2)}, sorted by rule. */
  static List<String> differences(Map<String, Integer> before, Map<String, Integer> after) {
    TreeSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    List<String> lines = new ArrayList<>();
    for (String key : keys) {
      int was = before.getOrDefault(key, 0);
      int is = after.getOrDefault(key, 0);
      if (was != is) {
        lines.add("%s: %d -> %d (%+d)".formatted(key.replace("\t", " in "), was, is, is - was));
      }
    }
    return lines;
  }

  @Test
  void aDifferenceReadsAsOne() {
    assertThat(differences(Map.of("a\tx", 1, "b\tx", 2, "c\ty", 3), Map.of("a\tx", 1, "b\tx", 5, "d\ty", 1)))
        .containsExactly("b in x: 2 -> 5 (+3)", "c in y: 3 -> 0 (-3)", "d in y: 0 -> 1 (+1)");
  }
}
