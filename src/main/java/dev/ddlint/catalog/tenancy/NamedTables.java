package dev.ddlint.catalog.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the table that a column without a foreign key means by its name. */
final class NamedTables {
  private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");
  private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "citext");

  private final Map<List<String>, List<Table>> byWords = new HashMap<>();

  NamedTables(List<Table> tables) {
    tables.forEach(table -> put(NameWords.singular(table.name()), table));
    // RuntimeEnvironment is meant by environmentId, if no table is named Environment.
    Map<List<String>, List<Table>> shorter = new HashMap<>();
    tables.forEach(table -> TenantWords.in(table).map(List::of).filter(word -> !byWords.containsKey(word))
        .ifPresent(word -> shorter.computeIfAbsent(word, w -> new ArrayList<>()).add(table)));
    byWords.putAll(shorter);
  }

  private void put(List<String> words, Table table) {
    byWords.computeIfAbsent(words, w -> new ArrayList<>()).add(table);
  }

  Optional<Table> meantBy(Column column, Table holder) {
    List<String> words = NameWords.of(column.name());
    if (words.size() < 2 || !words.get(words.size() - 1).equals("id")) {
      return Optional.empty();
    }
    List<Table> fitting = byWords.getOrDefault(words.subList(0, words.size() - 1), List.of()).stream()
        .filter(table -> !table.id().equals(holder.id()) && isTypedLike(column, table)).toList();
    List<Table> near = fitting.stream().filter(table -> table.schema().equals(holder.schema())).toList();
    List<Table> best = near.isEmpty() ? fitting : near;
    return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
  }

  private static boolean isTypedLike(Column column, Table table) {
    return identity(table).flatMap(Column::type).flatMap(type -> column.type().map(own -> alike(own, type)))
        .orElse(false);
  }

  /** The primary key's only column, or the one of a longer key that is named id. */
  static Optional<Column> identity(Table table) {
    List<Column> key = table.primaryKey().stream().flatMap(primary -> primary.columns().stream())
        .flatMap(number -> table.column(number).stream()).toList();
    return key.size() == 1
        ? Optional.of(key.get(0))
        : key.stream().filter(column -> column.name().equals("id")).findFirst();
  }

  /** Whether both hold the same values, sizes aside. */
  private static boolean alike(DataType one, DataType other) {
    return one.sameKind(other) || isOf(INTEGERS, one, other) || isOf(TEXTS, one, other);
  }

  private static boolean isOf(Set<String> family, DataType one, DataType other) {
    return family.stream().anyMatch(one::is) && family.stream().anyMatch(other::is);
  }
}
