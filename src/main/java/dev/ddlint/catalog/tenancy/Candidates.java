package dev.ddlint.catalog.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.Table;
import dev.ddlint.text.Order;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds what may be the tenant, and chooses. */
final class Candidates {
  private final References references;
  private final List<Candidate> tables;
  private final List<Candidate> columns;

  Candidates(References references) {
    this.references = references;
    this.tables = tables(references);
    this.columns = columns(references);
  }

  private static List<Candidate> tables(References references) {
    Set<ObjectId> real = references.tables().stream().map(Table::id).collect(Collectors.toSet());
    return references.catalog().tables().values().stream()
        .filter(table -> real.contains(table.id()) || !table.isKnown())
        .sorted(Order.by(table -> table.id().value()))
        .flatMap(table -> TenantWords.in(table).filter(word -> !isPartOf(table, word, references))
            .map(word -> Candidate.of(table, word, references)).stream())
        .toList();
  }

  /** A project_version that refers to a project is a part of it, not another tenant. */
  private static boolean isPartOf(Table table, String word, References references) {
    return references.from(table).stream()
        .anyMatch(edge -> NameWords.singular(edge.to().name()).equals(List.of(word)));
  }

  private static List<Candidate> columns(References references) {
    Map<String, List<Column>> byWord = new TreeMap<>();
    for (Table table : references.tables()) {
      Set<String> seen = new HashSet<>();
      for (Column column : table.columns()) {
        TenantWords.inKey(NameWords.of(column.name()))
            .filter(word -> references.from(table).stream().noneMatch(edge -> edge.columns().contains(column))
                && column.type().filter(type -> type.isArray()).isEmpty() && seen.add(word))
            .ifPresent(word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(column));
      }
    }
    // A list, since the stream of a sorted map makes a serializable lambda, which no start-up archive holds.
    return new ArrayList<>(byWord.entrySet()).stream()
        .map(entry -> Candidate.ofColumn(entry.getKey(), entry.getValue())).toList();
  }

  List<Candidate> tables() {
    return tables;
  }

  /** Those that enough tables refer to. */
  List<Candidate> qualified() {
    int count = references.tables().size();
    List<Candidate> all = new ArrayList<>(tables);
    all.addAll(columns);
    return all.stream().filter(candidate -> candidate.qualifies(count)).toList();
  }

  /** The best: one named tenant, then the highest score, then what stands above. */
  Optional<Candidate> best() {
    List<Candidate> qualified = qualified();
    return qualified.stream().max(Order.by((Candidate c) -> c.word().equals(TenantWords.TENANT))
        .thenComparing(Candidate::score)
        .thenComparing(c -> qualified.stream().filter(other -> isAbove(c, other)).count())
        .thenComparing(Candidate::isNamedExactly)
        .thenComparing(c -> c.table().isPresent())
        .thenComparing(c -> c.table().map(table -> -table.id().value()).orElse(0)));
  }

  /** Whether the first stands above the second: a path of foreign keys leads from that one to it. */
  boolean isAbove(Candidate upper, Candidate lower) {
    return upper.table().isPresent() && lower.table().isPresent()
        && !upper.table().equals(lower.table())
        && reaches(lower.table().get(), upper.table().get(), new HashSet<>());
  }

  private boolean reaches(Table from, Table to, Set<ObjectId> seen) {
    return from.id().equals(to.id()) || seen.add(from.id())
        && references.from(from).stream().anyMatch(edge -> edge.required() && reaches(edge.to(), to, seen));
  }

  /** The table that a project names: by its name, or by other spellings of its words. */
  Optional<Table> named(String name) {
    List<Table> all = references.catalog().tables().values().stream().filter(table -> !table.kind().isView())
        .sorted(Order.by(table -> table.id().value())).toList();
    return all.stream().filter(table -> TableNames.matches(name, table)).findFirst()
        .or(() -> all.stream().filter(table -> NameWords.singular(table.name()).equals(NameWords.singular(name)))
            .findFirst());
  }
}
