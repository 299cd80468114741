package dev.ddlint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Folds real histories and compares the catalog with the one that a PostgreSQL server printed. What no fold can know is
 * listed, with its reason, in {@code golden-exceptions.tsv}; an exception that is no longer needed fails too.
 */
class GoldenCatalogTest {
  /** A partition named after the day on which the server ran. */
  private static final Pattern DATED = Pattern.compile("_20\\d{6}\\b|_20\\d{6}_");

  @Test
  void theOracleIsThere() {
    assumeTrue(GoldenHistory.available(), "no golden catalogs beside the corpus");
  }

  static Stream<GoldenHistory> histories() throws IOException {
    assumeTrue(GoldenHistory.available(), "no golden catalogs beside the corpus");
    return GoldenHistory.all();
  }

  @ParameterizedTest
  @MethodSource("histories")
  void foldsWhatTheServerHolds(GoldenHistory history) throws IOException {
    TreeSet<String> expected = comparable(history.golden());
    TreeSet<String> folded = comparable(history.folded());
    TreeSet<String> union = new TreeSet<>(expected);
    union.addAll(folded);
    List<String> differences = new ArrayList<>();
    for (String line : union) {
      if (!folded.contains(line)) {
        differences.add("missing\t" + line);
      } else if (!expected.contains(line)) {
        differences.add("extra\t" + line);
      }
    }
    System.out.printf(Locale.ROOT, "golden %-90s %5d lines %7.2f %%%n", history.name(), union.size(),
        100.0 * (union.size() - differences.size()) / union.size());
    assertThat(differences).containsExactlyInAnyOrderElementsOf(exceptions(history));
  }

  private static List<String> exceptions(GoldenHistory history) throws IOException {
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(
        Objects.requireNonNull(GoldenCatalogTest.class.getResourceAsStream("golden-exceptions.tsv")),
        StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
          .filter(line -> line.startsWith(history.name() + "\t"))
          .map(line -> line.substring(history.name().length() + 1)).toList();
    }
  }

  static TreeSet<String> comparable(List<String> lines) {
    return lines.stream().filter(line -> !DATED.matcher(line).find()).map(GoldenCatalogTest::comparable)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A line with its expressions in one form. */
  private static String comparable(String line) {
    String[] cells = line.split("\t", -1);
    switch (cells[0]) {
      case "column" -> cells[4] = normal(cells[4]);
      case "index", "constraint-index" -> {
        cells[5] = Arrays.stream(cells[5].split(" \\| ")).map(GoldenCatalogTest::normal)
            .collect(Collectors.joining(" | "));
        cells[7] = normal(cells[7]);
      }
      case "check" -> cells[4] = normal(cells[4].replaceAll("^CHECK | NOT VALID$| NO INHERIT", ""));
      case "exclude" -> cells[3] = "(definition)";
      case "policy" -> {
        cells[6] = normal(cells[6]);
        cells[7] = normal(cells[7]);
      }
      default -> {
      }
    }
    return String.join("\t", cells);
  }

  private static String normal(String expression) {
    return expression.equals("-") ? "-" : NormalExpression.of(expression);
  }
}
