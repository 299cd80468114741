package dev.ddlint.prisma;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The indexes of a table that both schemas have. Like the engine it tells them by what they are, not by name. */
record IndexDiff(TablePair table) {

  /** An index under its old and its new name. */
  record Renamed(Index before, Index after) {}

  static List<Index> of(Catalog catalog, Table table) {
    return catalog.indexesOf(table).stream().filter(index -> index.constraint().isEmpty()).toList();
  }

  private List<Index> before() {
    return of(table.from(), table.before());
  }

  private List<Index> after() {
    return of(table.to(), table.after());
  }

  List<Index> dropped() {
    return before().stream().filter(old -> after().stream().noneMatch(index -> same(old, index))).toList();
  }

  /** What is new, and what went with a column that is made anew. */
  List<Index> created() {
    return after().stream().filter(index -> before().stream().noneMatch(old -> same(old, index))
        || names(table.after(), index).stream().anyMatch(table::isRecreated)).toList();
  }

  /** Of several equal indexes the engine renames none; one that has become several goes to the first. */
  List<Renamed> renamed() {
    List<Renamed> renamed = new ArrayList<>();
    for (Index index : after()) {
      List<Index> equals = before().stream().filter(old -> same(old, index)).toList();
      if (equals.size() == 1 && isFirst(index) && !equals.getFirst().name().equals(index.name())) {
        renamed.add(new Renamed(equals.getFirst(), index));
      }
    }
    return renamed;
  }

  private boolean isFirst(Index index) {
    String what = describe(table.after(), index);
    return after().stream().filter(other -> describe(table.after(), other).equals(what)).findFirst()
        .filter(index::equals).isPresent();
  }

  private boolean same(Index old, Index index) {
    return describe(table.before(), old).equals(describe(table.after(), index));
  }

  private static List<String> names(Table table, Index index) {
    return index.columns().map(table::names).orElse(List.of());
  }

  /** What it is, without its name. */
  static String describe(Table table, Index index) {
    String keys = index.keys().stream().map(key -> key.column().map(c -> table.names(List.of(c)).getFirst())
        .or(() -> key.expression().map(e -> bare(e.text()))).orElse("") + " " + key.operatorClass().orElse("") + " "
        + key.descending()).collect(Collectors.joining(","));
    return index.unique() + " " + index.method() + " (" + keys + ") "
        + index.predicate().map(p -> bare(p.text())).orElse("");
  }

  /** An expression without what makes no difference: quotes, parentheses, space. */
  static String bare(String expression) {
    return expression.replaceAll("[\"()\\s]", "").toLowerCase(Locale.ROOT);
  }

  static String create(Table table, Index index) {
    String keys = index.keys().stream().map(key -> key(table, key)).collect(Collectors.joining(", "));
    String method = index.method().equals("btree") ? "" : " USING " + index.method().toUpperCase(Locale.ROOT) + " ";
    return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + SqlLiterals.name(index.name()) + " ON "
        + SqlTypes.name(table.schema(), table.name()) + method + "(" + keys + ")"
        + index.predicate().map(p -> " WHERE " + p.text()).orElse("");
  }

  private static String key(Table table, Index.Key key) {
    return key.column().map(c -> SqlLiterals.name(table.names(List.of(c)).getFirst()))
        .or(() -> key.expression().map(e -> "(" + e.text() + ")")).orElse("")
        + key.operatorClass().map(o -> " " + o).orElse("") + (key.descending() ? " DESC" : "");
  }
}
