package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ddlint.finding.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What Prisma's own engine warns of in the SQL that it generates, we find too: on the same table and column. */
class PrismaPairsTest {
  /** Prisma's kinds, and the rules that say the same; of several the one that knows more speaks. */
  private static final Map<String, Set<String>> RULES = Map.ofEntries(
      Map.entry("drop-table", Set.of("drop-table", "suspected-rename")),
      Map.entry("drop-column", Set.of("drop-column", "suspected-rename")),
      Map.entry("drop-and-recreate", Set.of("recreated-column")),
      Map.entry("drop-and-recreate-required", Set.of("recreated-column")),
      Map.entry("added-required-column", Set.of("required-column-without-default", "suspected-rename")),
      Map.entry("added-required-prisma-default", Set.of("required-column-without-default")),
      Map.entry("made-required", Set.of("set-not-null")), Map.entry("primary-key-change", Set.of("primary-key-change")),
      Map.entry("risky-cast", Set.of("narrowing-type-change")),
      Map.entry("enum-value-removal", Set.of("enum-value-removed")),
      Map.entry("unique-constraint-addition", Set.of("unique-on-existing-data", "blocking-index-build")));
  /** Prisma's kinds that tell of data; where it expects none of them, neither do we. */
  private static final Set<String> DESTRUCTIVE = Set.of("drop-table", "drop-column", "recreated-column",
      "suspected-rename", "required-column-without-default", "primary-key-change", "narrowing-type-change",
      "enum-value-removed", "unique-on-existing-data", "truncate-table", "delete-without-where");
  /** It truncates, which Prisma calls safe; and a column that is new and all NULL has no duplicates. */
  private static final Set<String> ON_PURPOSE = Set.of("pair-type-req-datetime-to-datetime-date",
      "pair-type-opt-datetime-to-datetime-date");

  @TempDir
  private Path folder;

  @TestFactory
  List<DynamicTest> pairs() throws IOException {
    JsonNode pairs = new ObjectMapper().readTree(Corpus.shared().resolve("prisma-cases/pairs.json").toFile());
    List<DynamicTest> tests = new ArrayList<>();
    pairs.forEach(pair -> tests.add(DynamicTest.dynamicTest(pair.get("id").asText(), () -> check(pair))));
    return tests;
  }

  private void check(JsonNode pair) {
    List<Finding> findings = lint(pair);
    for (JsonNode expected : pair.get("expected")) {
      assertThat(findings).as("%s", expected).anyMatch(finding -> says(finding, expected));
    }
    if (pair.get("expected").isEmpty() && !ON_PURPOSE.contains(pair.get("id").asText())) {
      assertThat(findings.stream().filter(finding -> DESTRUCTIVE.contains(finding.rule())).map(Finding::headline))
          .isEmpty();
    }
  }

  private static boolean says(Finding finding, JsonNode expected) {
    if (!RULES.get(expected.get("kind").asText()).contains(finding.rule())) {
      return false;
    }
    String said = finding.object().name() + " " + finding.headline();
    return said.contains(text(expected, "table")) && said.contains(text(expected, "column"));
  }

  private static String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asText() : "";
  }

  private List<Finding> lint(JsonNode pair) {
    Bench bench = new Bench(folder.resolve(pair.get("id").asText()));
    bench.file("migrations/migration_lock.toml", "provider = \"postgresql\"\n");
    bench.file("migrations/20260101000000_before/migration.sql", pair.get("baseline_sql").asText());
    bench.file("migrations/20260102000000_change/migration.sql", pair.get("migration_sql").asText());
    return bench.lint("migrations/20260102000000_change").findings();
  }
}
