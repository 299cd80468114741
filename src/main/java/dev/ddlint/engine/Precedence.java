package dev.ddlint.engine;

import dev.ddlint.finding.Finding;
import dev.ddlint.rule.RuleIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One cause, one finding: where two rules meet on the same clause or object, the one that takes the other in speaks
 * (RULES.md, law 1).
 */
final class Precedence {
  private final Map<String, Set<String>> takesIn = new HashMap<>();

  Precedence(List<RuleIndex.Entry> rules) {
    rules.stream().filter(rule -> !rule.takesIn().isEmpty())
        .forEach(rule -> takesIn.put(rule.id(), Set.copyOf(rule.takesIn())));
  }

  List<Finding> apply(List<Finding> findings) {
    if (takesIn.isEmpty() || findings.size() < 2) {
      return findings;
    }
    Map<String, List<Finding>> taking = new HashMap<>();
    for (Finding finding : findings) {
      for (String taken : takesIn.getOrDefault(finding.rule(), Set.of())) {
        taking.computeIfAbsent(taken, rule -> new ArrayList<>()).add(finding);
      }
    }
    return findings.stream()
        .filter(
            finding -> taking.getOrDefault(finding.rule(), List.of()).stream().noneMatch(other -> meet(other, finding)))
        .toList();
  }

  private static boolean meet(Finding a, Finding b) {
    boolean sameFile = a.place().file() == b.place().file();
    boolean overlap = sameFile && a.place().span().start() < b.place().span().end()
        && b.place().span().start() < a.place().span().end();
    return overlap || a.object().equals(b.object());
  }
}
