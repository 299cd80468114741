package dev.ddlint.catalog.tenancy;

import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words that people call a tenant by, and how sure a sign each is. */
final class TenantWords {
  static final String TENANT = "tenant";

  /** Share of the tables, in percent, that has to refer to a table of this name. */
  private static final int USUAL = 15;

  /** For names that mean something else as often: a bank account, a shop's customer, a namespace of a cluster. */
  private static final int DOUBTFUL = 30;

  /** An instance of most things is no tenant; one that each user belongs to is. */
  private static final String INSTANCE = "instance";
  private static final int NEVER = 101;

  private static final Map<String, Integer> SHARES = Map.ofEntries(Map.entry(TENANT, 0),
      Map.entry("organization", USUAL), Map.entry("organisation", USUAL), Map.entry("org", USUAL),
      Map.entry("workspace", USUAL), Map.entry("team", USUAL), Map.entry("company", USUAL),
      Map.entry("project", USUAL), Map.entry("environment", USUAL), Map.entry("website", USUAL),
      Map.entry("site", USUAL), Map.entry("shop", USUAL), Map.entry("store", USUAL), Map.entry("school", USUAL),
      Map.entry("clinic", USUAL), Map.entry("agency", USUAL), Map.entry("account", DOUBTFUL),
      Map.entry("customer", DOUBTFUL), Map.entry("namespace", DOUBTFUL), Map.entry(INSTANCE, NEVER));

  /** With one of these a tenant's name is that of its members, or of what it is told by. */
  private static final Set<String> COMPANIONS = Set.of("user", "member", "membership", "role", "invitation", "invite",
      "setting", "permission", "type", "status");

  /** Words that name a key without "id" behind them. */
  private static final Set<String> ALONE = Set.of(TENANT, "namespace");

  private TenantWords() {}

  /** The word by which the table's name names a tenant: alone, or with one word before or behind it. */
  static Optional<String> in(Table table) {
    List<String> words = NameWords.singular(table.name());
    List<String> known = words.stream().filter(SHARES::containsKey).toList();
    boolean named = words.size() == 1 || words.size() == 2 && words.stream().noneMatch(COMPANIONS::contains);
    return named && known.size() == 1 && !isLogin(table) ? Optional.of(known.get(0)) : Optional.empty();
  }

  /** Auth.js names a login at a provider Account. */
  private static boolean isLogin(Table table) {
    List<List<String>> columns = table.columns().stream().map(column -> NameWords.of(column.name())).toList();
    return columns.contains(List.of("provider")) && columns.contains(List.of("provider", "account", "id"))
        || columns.contains(List.of("provider", "id")) && columns.contains(List.of("account", "id"));
  }

  /** The word in the name of a column that could hold a tenant whose table is not here. */
  static Optional<String> inKey(List<String> column) {
    boolean named = column.size() == 2 && column.get(1).equals("id")
        || column.size() == 1 && ALONE.contains(column.get(0));
    return named && SHARES.containsKey(column.get(0)) ? Optional.of(column.get(0)) : Optional.empty();
  }

  /** Whether the column names a tenant, or a part or a union of tenants, by a word that means nothing else. */
  static boolean isLevelKey(List<String> column) {
    int size = column.size();
    return size >= 2 && column.get(size - 1).equals("id") && isSure(column.get(size - 2));
  }

  /** Whether it is one of the words. */
  static boolean isKnown(String word) {
    return SHARES.containsKey(word);
  }

  /** Whether the word means a tenant and little else. */
  static boolean isSure(String word) {
    return share(word) <= USUAL;
  }

  /** Whether the word means a tenant only where each user belongs to one. */
  static boolean isOfUsersOnly(String word) {
    return word.equals(INSTANCE);
  }

  static int share(String word) {
    return SHARES.getOrDefault(word, 100);
  }
}
