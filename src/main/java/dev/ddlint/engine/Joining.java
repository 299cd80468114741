package dev.ddlint.engine;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Finding.Fact;
import dev.ddlint.finding.Finding.Others;
import dev.ddlint.finding.Finding.Related;
import dev.ddlint.finding.Fix;
import dev.ddlint.finding.Level;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has one cause is told as one: the findings of one rule and level behind one statement about one table, or behind
 * one lock that a transaction takes. They must want the same steps of the reader. What stands in a Prisma schema stands
 * alone: there each line is a change of its own.
 */
final class Joining {
  /** So many letters of other names a headline can bear. */
  private static final int SHORT = 40;
  private static final Set<String> OF_TABLES = Set.of("column", "constraint", "policy", "trigger");

  private final Map<String, List<Span>> statements;

  /** @param statements where the statements of each SQL file stand, in order */
  Joining(Map<String, List<Span>> statements) {
    this.statements = statements;
  }

  /** What two findings must have in common. */
  private record Cause(String rule, Level level, Optional<Advice.Kind> kind, List<String> steps, String file,
      Scope scope) {

    static Cause of(Finding finding, Scope scope) {
      return new Cause(finding.rule(), finding.level(), finding.advice().map(Advice::kind),
          finding.advice().map(Advice::shape).orElse(List.of()), finding.place().file().path(), scope);
    }
  }

  private sealed interface Scope {
    record Statement(Span span, String table) implements Scope {}

    /**
     * @param words which lock, on what, and for which work
     * @param transaction its first statement
     */
    record Lock(String words, Optional<Span> transaction) implements Scope {}
  }

  /** @param findings in order of place */
  List<Finding> join(List<Finding> findings) {
    List<List<Finding>> groups = new ArrayList<>();
    Map<Cause, List<Finding>> byCause = new HashMap<>();
    for (Finding finding : findings) {
      List<Cause> causes = scopes(finding).stream().map(scope -> Cause.of(finding, scope)).toList();
      List<Finding> group = causes.stream().map(byCause::get).filter(known -> known != null).findFirst()
          .orElseGet(() -> {
            groups.add(new ArrayList<>());
            return groups.getLast();
          });
      group.add(finding);
      causes.forEach(cause -> byCause.putIfAbsent(cause, group));
    }
    return groups.stream().map(this::one).toList();
  }

  private List<Scope> scopes(Finding finding) {
    List<Scope> scopes = new ArrayList<>();
    statement(finding).ifPresent(span -> {
      scopes.add(new Scope.Statement(span, table(finding.object())));
      finding.facts().stream().filter(fact -> fact.label().equals("lock")).findFirst()
          .ifPresent(fact -> scopes.add(new Scope.Lock(fact.text(), finding.transaction())));
    });
    return scopes;
  }

  private Optional<Span> statement(Finding finding) {
    List<Span> spans = statements.getOrDefault(finding.place().file().path(), List.of());
    int start = finding.place().span().start();
    int found = Collections.binarySearch(spans, new Span(start, Integer.MAX_VALUE));
    int before = found < 0 ? -found - 2 : found;
    return before < 0 ? Optional.empty() : Optional.of(spans.get(before)).filter(span -> start < span.end());
  }

  private static String table(ObjectPath object) {
    int dot = object.name().lastIndexOf('.');
    return OF_TABLES.contains(object.kind()) && dot > 0 ? object.name().substring(0, dot) : object.name();
  }

  private Finding one(List<Finding> group) {
    Finding first = group.getFirst();
    if (group.size() == 1) {
      return first;
    }
    List<Finding> rest = List.copyOf(group.subList(1, group.size()));
    List<Finding> told = group.stream().flatMap(Joining::each).filter(finding -> finding != first).toList();
    boolean oneStatement = group.stream().map(this::statement).distinct().count() == 1;
    List<Advice> advice = group.stream().flatMap(finding -> finding.advice().stream()).toList();
    return new Finding(first.rule(), first.level(), first.headline() + more(first, rest), first.place(),
        first.object(), facts(first, rest), related(first, rest),
        first.advice().map(some -> Advice.together(advice)),
        Fix.together(group.stream().flatMap(finding -> finding.fixes().stream()).toList()), first.fingerprint(),
        first.transaction(), new Others(told, oneStatement && told.size() == rest.size()));
  }

  /** A finding, and what it tells of already. */
  private static Stream<Finding> each(Finding finding) {
    return Stream.concat(Stream.of(finding), finding.others().findings().stream());
  }

  private static String more(Finding first, List<Finding> rest) {
    Set<String> names = new LinkedHashSet<>();
    rest.stream().map(Joining::name).filter(name -> !name.equals(name(first))).forEach(names::add);
    if (names.isEmpty()) {
      return " (" + group(rest.size(), "place") + ")";
    }
    boolean alike = rest.stream().allMatch(finding -> finding.object().kind().equals(first.object().kind()));
    String named = String.join(", ", names);
    return " (" + group(names.size(), alike ? first.object().kind() : "object")
        + (named.length() > SHORT ? "" : ": " + named) + ")";
  }

  private static String group(int count, String thing) {
    String ending = count == 1 ? "" : thing.endsWith("x") ? "es" : thing.endsWith("y") ? "ies" : "s";
    String stem = ending.equals("ies") ? thing.substring(0, thing.length() - 1) : thing;
    return "and " + count + " more " + stem + ending;
  }

  /** As a headline writes it. */
  private static String name(Finding finding) {
    String name = finding.object().name();
    return "`" + name.substring(name.lastIndexOf('.') + 1) + "`";
  }

  /** What holds for all, but for their names, is said once; what holds for one of the others names it. */
  private static List<Fact> facts(Finding first, List<Finding> rest) {
    List<Fact> facts = new ArrayList<>(first.facts());
    for (Finding other : rest) {
      String bare = name(other).substring(1, name(other).length() - 1);
      other.facts().stream()
          .filter(fact -> !facts.contains(fact) && !first.facts().contains(renamed(fact, other, first)))
          .map(fact -> fact.text().contains(bare)
              ? fact
              : new Fact(fact.label(), name(other) + ": " + fact.text()))
          .forEach(facts::add);
    }
    return facts;
  }

  private static Fact renamed(Fact fact, Finding from, Finding to) {
    return new Fact(fact.label(), fact.text().replace(name(from), name(to)));
  }

  /** The other places first, then what belongs to them. */
  private static List<Related> related(Finding first, List<Finding> rest) {
    Stream<Related> places = rest.stream().map(other -> new Related(other.place(), name(other) + " too"));
    return Stream.of(first.related().stream(), places, rest.stream().flatMap(other -> other.related().stream()))
        .flatMap(related -> related).distinct().toList();
  }
}
