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
import java.util.stream.Stream;

/**
 * A change, and the state that it left behind, told once: where a rule about the schema takes in one about changes, and
 * the change points to the clause that the schema's finding stands on. In one file the rules see to that themselves; in
 * two files each finding has to stand alone, until both are in one report.
 */
final class LeftBehind {
  /** By rule about changes, the rules about the schema that take it in. */
  private final Map<String, Set<String>> takers = new HashMap<>();

  LeftBehind(RuleIndex index) {
    index.all().stream().filter(rule -> rule.kind() == RuleKind.SCHEMA)
        .forEach(rule -> rule.takesIn().stream().filter(taken -> isAboutChanges(index, taken))
            .forEach(taken -> takers.computeIfAbsent(taken, id -> new HashSet<>()).add(rule.id())));
  }

  private static boolean isAboutChanges(RuleIndex index, String rule) {
    return index.byId(rule).filter(entry -> entry.kind() == RuleKind.CHANGE).isPresent();
  }

  List<Finding> join(List<Finding> findings) {
    Map<Finding, List<Finding>> causes = new IdentityHashMap<>();
    List<Finding> told = new ArrayList<>();
    for (Finding finding : findings) {
      Set<String> rules = takers.getOrDefault(finding.rule(), Set.of());
      findings.stream().filter(other -> rules.contains(other.rule()) && isLeft(finding, other)).findFirst()
          .ifPresentOrElse(left -> causes.computeIfAbsent(left, key -> new ArrayList<>()).add(finding),
              () -> told.add(finding));
    }
    return told.stream().map(finding -> with(finding, causes.getOrDefault(finding, List.of()))).toList();
  }

  private static boolean isLeft(Finding change, Finding state) {
    List<Place> places = Stream.concat(Stream.of(state.place()), state.related().stream().map(Related::place)).toList();
    return change.object().equals(state.object())
        && change.related().stream().anyMatch(related -> places.contains(related.place()));
  }

  private static Finding with(Finding state, List<Finding> changes) {
    if (changes.isEmpty()) {
      return state;
    }
    List<Related> related = new ArrayList<>(state.related());
    changes.forEach(change -> related.add(new Related(change.place(), change.headline())));
    return new Finding(state.rule(), state.level(), state.headline(), state.place(), state.object(), state.facts(),
        List.copyOf(related), state.advice(), state.fixes(), state.fingerprint(), new Others(changes, false));
  }
}
