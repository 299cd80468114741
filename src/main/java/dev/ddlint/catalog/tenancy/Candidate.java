package dev.ddlint.catalog.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.References.Edge;
import dev.ddlint.text.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What may be the tenant.
 *
 * @param word by which it is named
 * @param table with a row for each; empty where only a column tells of it
 * @param key the usual name of the column that holds it
 * @param keys the words of that name and of others that mean the same
 * @param score the number of tables that refer to it
 * @param ofUsers whether each user belongs to one
 * @param reach the number of tables from which required foreign keys lead to it, over any number of steps
 */
record Candidate(String word, Optional<Table> table, String key, Set<List<String>> keys, int score,
    boolean ofUsers, int reach) {
  private static final int FEWEST = 3;
  private static final int FEWEST_OF_TENANT = 2;

  /** Share of the tables, in percent, that hold a key whose table is not here. */
  private static final int SHARE_OF_TENANT_COLUMN = 15;
  private static final int SHARE_OF_COLUMN = 50;

  /** Share of the tables, in percent, that lead to the tenant, where few refer to it themselves. */
  private static final int SHARE_OF_PATHS = 33;

  static Candidate of(Table table, String word, References references) {
    List<Edge> edges = references.to(table);
    List<String> names = edges.stream().filter(edge -> edge.columns().size() == 1)
        .map(edge -> edge.columns().get(0).name()).filter(name -> !name.equals("id")).toList();
    String key = usual(names, List.of(word, "id")).orElse(word + "_id");
    Set<List<String>> keys = new LinkedHashSet<>(List.of(NameWords.of(key), List.of(word, "id")));
    List<String> full = new ArrayList<>(NameWords.singular(table.name()));
    full.add("id");
    keys.add(List.copyOf(full));
    return new Candidate(word, Optional.of(table), key, keys, count(edges),
        edges.stream().anyMatch(edge -> SharedNames.isUser(edge.from())), references.reach(table));
  }

  /** A column that many tables hold and whose table is in another database, or does not exist. */
  static Candidate ofColumn(String word, List<Column> columns) {
    List<String> names = columns.stream().map(Column::name).toList();
    String key = usual(names, List.of(word, "id")).orElse(word);
    Set<List<String>> keys = new LinkedHashSet<>(List.of(NameWords.of(key), List.of(word, "id")));
    return new Candidate(word, Optional.empty(), key, keys, columns.size(), false, 0);
  }

  private static int count(List<Edge> edges) {
    Set<ObjectId> tables = edges.stream().map(edge -> edge.from().id()).collect(Collectors.toSet());
    return tables.size();
  }

  /** The most frequent name, spellings of the same words taken together; the preferred words win a tie. */
  static Optional<String> usual(List<String> names, List<String> preferred) {
    Map<String, Long> counts = names.stream().collect(Collectors.groupingBy(name -> name, TreeMap::new,
        Collectors.counting()));
    Map<List<String>, Long> sums = names.stream().collect(Collectors.groupingBy(NameWords::of, Collectors.counting()));
    Comparator<String> byFrequency = Order.by((String name) -> sums.getOrDefault(NameWords.of(name), 0L))
        .thenComparing(name -> NameWords.of(name).equals(preferred)).thenComparing(counts::get);
    return counts.keySet().stream().max(byFrequency);
  }

  /** Whether enough of the tables refer to it. */
  boolean qualifies(int tables) {
    boolean tenant = word.equals(TenantWords.TENANT);
    if (table.isPresent() && tenant) {
      return score >= FEWEST_OF_TENANT;
    }
    if (TenantWords.isOfUsersOnly(word)) {
      return score >= FEWEST && ofUsers;
    }
    int share = table.isPresent()
        ? TenantWords.share(word)
        : tenant ? SHARE_OF_TENANT_COLUMN : SHARE_OF_COLUMN;
    // A deep schema has few tables that refer to the tenant itself, but many lead to it.
    boolean deep = table.isPresent() && TenantWords.isSure(word) && reach * 100 >= SHARE_OF_PATHS * tables;
    return score >= FEWEST && (deep || score * 100 >= share * tables);
  }

  /** Whether the table's name is the word and nothing else. */
  boolean isNamedExactly() {
    return table.filter(t -> NameWords.singular(t.name()).equals(List.of(word))).isPresent();
  }

  boolean is(Table other) {
    return table.filter(t -> t.id().equals(other.id())).isPresent();
  }

  Candidate withKey(String other) {
    return new Candidate(word, table, other, Set.of(NameWords.of(other)), score, ofUsers, reach);
  }

  /** The column of a table that holds it. One whose foreign key leads elsewhere has another meaning. */
  Optional<Column> keyOf(Table holder, References references) {
    return holder.columns().stream().filter(column -> keys.contains(NameWords.of(column.name())))
        .filter(column -> references.declaredTarget(holder, column).map(this::is).orElse(true))
        .findFirst();
  }
}
