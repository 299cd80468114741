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
import java.util.Optional;
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
    Set<String> taking = takers.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    Map<Object, List<Finding>> byLink = new HashMap<>();
    findings.stream().filter(finding -> taking.contains(finding.rule()))
        .forEach(finding -> links(finding).forEach(link -> byLink.computeIfAbsent(link, l -> new ArrayList<>())
            .add(finding)));
    Map<Finding, List<Finding>> taken = new IdentityHashMap<>();
    List<Finding> told = new ArrayList<>();
    for (Finding finding : findings) {
      taker(finding, byLink).ifPresentOrElse(
          taker -> taken.computeIfAbsent(taker, key -> new ArrayList<>()).add(finding), () -> told.add(finding));
    }
    return told.stream().map(finding -> with(finding, taken.getOrDefault(finding, List.of()))).toList();
  }

  /** By what a finding is found: a state by its object, a change by the places that it points to. */
  private Stream<?> links(Finding taker) {
    return aboutChanges.contains(taker.rule())
        ? taker.related().stream().map(Related::place)
        : Stream.of(taker.object());
  }

  private Optional<Finding> taker(Finding finding, Map<Object, List<Finding>> byLink) {
    Set<String> rules = takers.getOrDefault(finding.rule(), Set.of());
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    boolean change = aboutChanges.contains(finding.rule());
    Stream<?> links = change ? Stream.of(finding.object()) : places(finding);
    return links.flatMap(link -> byLink.getOrDefault(link, List.of()).stream())
        .filter(other -> rules.contains(other.rule()) && isAsGrave(other, finding))
        .filter(other -> change ? pointsTo(finding, other) : pointsTo(other, finding)).findFirst();
  }

  /** Else a run could fail for an error that its report does not show. */
  private static boolean isAsGrave(Finding taker, Finding taken) {
    return taker.level().compareTo(taken.level()) <= 0;
  }

  private static boolean pointsTo(Finding change, Finding state) {
    return places(state).anyMatch(place -> change.related().stream().anyMatch(r -> r.place().equals(place)));
  }

  private static Stream<Place> places(Finding state) {
    return Stream.concat(Stream.of(state.place()), state.related().stream().map(Related::place));
  }

  private static Finding with(Finding taker, List<Finding> taken) {
    if (taken.isEmpty()) {
      return taker;
    }
    List<Related> related = new ArrayList<>(taker.related());
    taken.forEach(other -> related.add(new Related(other.place(), other.headline())));
    return new Finding(taker.rule(), taker.level(), taker.headline(), taker.place(), taker.object(), taker.facts(),
        List.copyOf(related), taker.advice(), taker.fixes(), taker.fingerprint(), taker.transaction(),
        new Others(taken, false));
  }
}
