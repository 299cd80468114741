package dev.ddlint.catalog.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.References.Edge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The tenant that was chosen, with the levels above it.
 *
 * @param upper what a row may belong to instead
 */
record Tenant(Candidate chosen, List<Candidate> upper) {

  /** What configuration says, else the best candidate. */
  static Optional<Tenant> find(References references, TenancySettings settings) {
    Candidates candidates = new Candidates(references);
    Optional<Candidate> root = settings.root().flatMap(candidates::named).map(table -> byName(table, references));
    Optional<Candidate> chosen = settings.key().isPresent()
        ? Optional.of(byKey(settings.key().get(), root, references))
        : settings.root().isPresent() ? root : candidates.best();
    return chosen.map(candidate -> new Tenant(candidate, upper(candidate, candidates, references)));
  }

  private static Candidate byName(Table table, References references) {
    List<String> words = NameWords.singular(table.name());
    return Candidate.of(table, TenantWords.in(table).orElse(String.join("_", words)), references);
  }

  private static Candidate byKey(String key, Optional<Candidate> root, References references) {
    return root.or(() -> target(key, references).map(table -> byName(table, references)))
        .orElseGet(() -> Candidate.ofColumn(NameWords.of(key).isEmpty() ? key : NameWords.of(key).get(0), List.of()))
        .withKey(key);
  }

  /** The table that most foreign keys on the key's column lead to. */
  private static Optional<Table> target(String key, References references) {
    List<Edge> edges = references.tables().stream().flatMap(table -> references.from(table).stream())
        .filter(edge -> edge.columns().size() == 1
            && NameWords.of(edge.columns().get(0).name()).equals(NameWords.of(key)))
        .toList();
    Map<Table, Long> counts = edges.stream().collect(Collectors.groupingBy(Edge::to, Collectors.counting()));
    return edges.stream().map(Edge::to).distinct().max((a, b) -> Long.compare(counts.getOrDefault(a, 0L),
        counts.getOrDefault(b, 0L)));
  }

  /** Tenant-like tables that the tenant's table refers to, and others that as many tables refer to and stand apart. */
  private static List<Candidate> upper(Candidate chosen, Candidates candidates, References references) {
    Set<Integer> above = new HashSet<>();
    chosen.table().ifPresent(table -> climb(table, references, above));
    List<Candidate> upper = new ArrayList<>();
    for (Candidate candidate : candidates.tables()) {
      if (candidate.table().filter(table -> above.contains(table.id().value()) && !chosen.is(table)).isPresent()) {
        upper.add(candidate);
      }
    }
    for (Candidate candidate : candidates.qualified()) {
      boolean apart = candidate.table().map(table -> !chosen.is(table) && chosen.keyOf(table, references).isEmpty())
          .orElse(!candidate.word().equals(chosen.word()));
      if (apart && !upper.contains(candidate) && !isBelow(candidate, chosen, candidates)) {
        upper.add(candidate);
      }
    }
    return List.copyOf(upper);
  }

  private static boolean isBelow(Candidate candidate, Candidate chosen, Candidates candidates) {
    return candidates.isAbove(chosen, candidate);
  }

  private static void climb(Table table, References references, Set<Integer> seen) {
    if (seen.add(table.id().value())) {
      references.from(table).forEach(edge -> climb(edge.to(), references, seen));
    }
  }

  /** The root's column that the keys hold: the one that foreign keys lead to, else its identity. */
  Optional<Column> rootKey(References references) {
    return chosen.table().flatMap(root -> references.tables().stream()
        .flatMap(table -> table.constraints(ForeignKey.class).stream())
        .filter(key -> key.target().equals(root.id()) && key.targetColumns().size() == 1)
        .flatMap(key -> root.column(key.targetColumns().get(0)).stream()).findFirst()
        .or(() -> NamedTables.identity(root)));
  }

  /** What stands beside or above it, by the name of its table or its key. */
  List<String> levels() {
    return upper.stream().map(level -> level.table().map(Table::displayName).orElse(level.key())).toList();
  }

  /** All spellings of the key that tables use. */
  Set<String> spellings(References references) {
    Set<String> names = new TreeSet<>();
    names.add(chosen.key());
    references.tables().stream().filter(table -> !chosen.is(table))
        .forEach(table -> chosen.keyOf(table, references).ifPresent(column -> names.add(column.name())));
    return names;
  }
}
