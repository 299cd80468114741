package dev.ddlint.engine;

import dev.ddlint.finding.Finding;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RuleKind;
import dev.ddlint.text.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One cause, one finding: where two rules meet on the same clause or object, the one that takes the other in speaks
 * (RULES.md, law 1).
 */
final class Precedence {
  private final Map<String, Set<String>> takesIn = new HashMap<>();
  private final Set<String> schemaRules;

  Precedence(List<RuleIndex.Entry> rules) {
    rules.stream().filter(rule -> !rule.takesIn().isEmpty())
        .forEach(rule -> takesIn.put(rule.id(), Set.copyOf(rule.takesIn())));
    schemaRules = rules.stream().filter(rule -> rule.kind() == RuleKind.SCHEMA).map(RuleIndex.Entry::id)
        .collect(Collectors.toUnmodifiableSet());
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

  /**
   * On one clause, on one object in one migration or schema, or on another clause of the same file that the one that takes
   * in points to. Of two files each has to speak for itself.
   */
  private boolean meet(Finding taker, Finding taken) {
    boolean ofSchema = schemaRules.contains(taker.rule());
    boolean sameFile = taker.place().file() == taken.place().file();
    boolean sameTime = sameFile || ofSchema && schemaRules.contains(taken.rule());
    return sameTime && taker.object().equals(taken.object())
        || overlap(taker.place(), taken.place()) && (ofSchema || !areApart(taker.object(), taken.object()))
        || !ofSchema && sameFile
            && taker.related().stream().anyMatch(related -> overlap(related.place(), taken.place()));
  }

  /** Two columns, or two tables: of those that a Prisma schema no longer has, one line tells. */
  private static boolean areApart(ObjectPath a, ObjectPath b) {
    boolean named = a.kind().equals("column") || a.kind().equals("table");
    return named && a.kind().equals(b.kind()) && !a.name().equals(b.name());
  }

  private static boolean overlap(Place a, Place b) {
    return a.file() == b.file() && a.span().start() < b.span().end() && b.span().start() < a.span().end();
  }
}
