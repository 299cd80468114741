package dev.ddlint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.catalog.Change;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What may be added, set or widened may be dropped, unset or narrowed: for each kind of change {@code symmetry.tsv}
 * names the rules that judge it, or says why there is none.
 */
class RuleSymmetryTest {
  private static final List<Row> ROWS = read();

  private record Row(String object, String action, String change, List<String> rules, String reason) {
    static Row of(String line) {
      String[] fields = line.split("\t", -1);
      assertThat(fields).as(line).hasSize(5);
      List<String> rules = fields[3].equals("-") ? List.of() : Arrays.stream(fields[3].split(", ")).toList();
      return new Row(fields[0], fields[1], fields[2], rules, fields[4]);
    }
  }

  private static List<Row> read() {
    try (InputStream in = RuleSymmetryTest.class.getResourceAsStream("symmetry.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("object\t")).map(Row::of).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> kinds() {
    return Arrays.stream(Change.class.getPermittedSubclasses())
        .flatMap(kind -> kind.isSealed() ? Arrays.stream(kind.getPermittedSubclasses()) : Stream.of(kind))
        .map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyKindOfChangeIsThere() {
    Set<String> named = ROWS.stream().map(Row::change).collect(Collectors.toSet());
    assertThat(named).containsExactlyInAnyOrderElementsOf(kinds());
  }

  @Test
  void aRowNamesRulesThatExistOrSaysWhyThereIsNone() {
    RuleIndex index = RuleIndex.load();
    List<String> wrong = new ArrayList<>();
    for (Row row : ROWS) {
      row.rules().stream().filter(rule -> index.byId(rule).isEmpty())
          .forEach(rule -> wrong.add(row.object() + " " + row.action() + ": there is no rule " + rule));
      if (row.rules().isEmpty() == row.reason().isBlank()) {
        wrong.add(row.object() + " " + row.action() + ": expected either rules or a reason");
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** A rule about changes that no row names would have no place in the table. */
  @Test
  void theRulesOfARowLookAtItsChange() {
    RuleIndex index = RuleIndex.load();
    List<String> wrong = new ArrayList<>();
    for (Row row : ROWS) {
      for (String rule : row.rules()) {
        index.byId(rule).filter(entry -> entry.kind() == RuleKind.CHANGE)
            .filter(entry -> !entry.subscribes().contains(row.change()))
            .ifPresent(entry -> wrong.add(row.object() + " " + row.action() + ": " + rule + " does not look at it"));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyRuleAboutBreakingChangesIsThere() {
    Set<String> named = ROWS.stream().flatMap(row -> row.rules().stream()).collect(Collectors.toSet());
    assertThat(RuleIndex.load().all().stream()
        .filter(rule -> rule.category() == Category.BREAKING && rule.kind() == RuleKind.CHANGE)
        .map(RuleIndex.Entry::id).filter(id -> !named.contains(id))).isEmpty();
  }
}
