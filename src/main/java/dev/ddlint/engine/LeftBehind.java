package dev.ddlint.engine;

import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Finding.Others;
import dev.ddlint.finding.Finding.Related;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RuleKind;
import dev.ddlint.text.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change, and the state that it left behind, told once: where a rule about the schema takes in one about changes, or
 * the other way round, and the change points to the clause that the schema's finding stands on. In one file the rules see
 * to that themselves; in two files each finding has to stand alone, until both are in one report.
 */
final class LeftBehind {
  /** By rule, those that take it in from another file. */
  private final Map<String, Set<String>> takers = new HashMap<>();
  private final Set<String> aboutChanges;

  LeftBehind(RuleIndex index) {
    aboutChanges = index.all().stream().filter(rule -> rule.kind() == RuleKind.CHANGE).map(RuleIndex.Entry::id)
        .collect(Collectors.toUnmodifiableSet());
    for (RuleIndex.Entry rule : index.all()) {
      rule.takesIn().stream().flatMap(taken -> index.byId(taken).stream())
          .filter(taken -> isOne(rule, taken) || isOne(taken, rule))
          .forEach(taken -> takers.computeIfAbsent(taken.id(), id -> new HashSet<>()).add(rule.id()));
    }
  }

  private static boolean isOne(RuleIndex.Entry change, RuleIndex.Entry state) {
    return change.kind() == RuleKind.CHANGE && state.kind() == RuleKind.SCHEMA;
  }

  List<Finding> join(List<Finding> findings) {
    Map<Place, List<Finding>> there = takersByPlace(findings);
    Map<Finding, List<Finding>> taken = new IdentityHashMap<>();
    List<Finding> told = new ArrayList<>();
    for (Finding finding : findings) {
      Set<String> rules = takers.getOrDefault(finding.rule(), Set.of());
      Stream<Place> places = rules.isEmpty() ? Stream.empty() : places(finding);
      places.flatMap(place -> there.getOrDefault(place, List.of()).stream())
          .filter(other -> rules.contains(other.rule()) && isOf(finding, other)).findFirst()
          .ifPresentOrElse(taker -> taken.computeIfAbsent(taker, key -> new ArrayList<>()).add(finding),
              () -> told.add(finding));
    }
    return told.stream().map(finding -> with(finding, taken.getOrDefault(finding, List.of()))).toList();
  }

  /** What may take another in, by each of its places: two findings that meet have one in common. */
  private Map<Place, List<Finding>> takersByPlace(List<Finding> findings) {
    Set<String> rules = takers.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    Map<Place, List<Finding>> there = new HashMap<>();
    findings.stream().filter(finding -> rules.contains(finding.rule())).forEach(finding -> places(finding)
        .forEach(place -> there.computeIfAbsent(place, key -> new ArrayList<>()).add(finding)));
    return there;
  }

  private static Stream<Place> places(Finding finding) {
    return Stream.concat(Stream.of(finding.place()), finding.related().stream().map(Related::place));
  }

  private boolean isOf(Finding taken, Finding taker) {
    return aboutChanges.contains(taken.rule())
        ? taken.object().equals(taker.object()) && points(taken, taker)
        : points(taker, taken);
  }

  private static boolean points(Finding change, Finding state) {
    List<Place> places = places(state).toList();
    return change.related().stream().anyMatch(related -> places.contains(related.place()));
  }

  private static Finding with(Finding taker, List<Finding> taken) {
    if (taken.isEmpty()) {
      return taker;
    }
    List<Related> related = new ArrayList<>(taker.related());
    taken.forEach(other -> related.add(new Related(other.place(), other.headline())));
    return new Finding(taker.rule(), taker.level(), taker.headline(), taker.place(), taker.object(), taker.facts(),
        List.copyOf(related), taker.advice(), taker.fixes(), taker.fingerprint(), new Others(taken, false));
  }
}
