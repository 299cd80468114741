package dev.ddlint.rule.history;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.print.Types;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What a catalog holds, one line an object, by names alone: two catalogs that were reached by different ways compare. */
final class Inventory {
  private final Catalog catalog;
  private final Set<String> lines = new TreeSet<>();

  private Inventory(Catalog catalog) {
    this.catalog = catalog;
  }

  static Set<String> of(Catalog catalog) {
    return of(catalog, table -> true);
  }

  /** Without the tables that the other catalog has as they are here: where one became the other, most. */
  static Set<String> beside(Catalog other, Catalog catalog) {
    return of(catalog, table -> other.table(table.id()).filter(same -> same == table
        && catalog.indexesOf(table).equals(other.indexesOf(table))).isEmpty());
  }

  private static Set<String> of(Catalog catalog, Predicate<Table> asked) {
    Inventory inventory = new Inventory(catalog);
    catalog.tables().values().stream().filter(t -> t.isKnown() && !t.isTemporary() && asked.test(t))
        .forEach(inventory::table);
    catalog.types().values().forEach(
        type -> inventory.lines.add("type " + type.schema() + "." + type.name() + values(type.values().isEmpty()
            ? ""
            : String.join(", ", type.values()))));
    catalog.sequences().values().stream().filter(s -> s.owner().isEmpty())
        .forEach(s -> inventory.lines.add("sequence " + s.schema() + "." + s.name()));
    catalog.functions().keySet().forEach(f -> inventory.lines.add("function " + f.schema() + "." + f.name()));
    return inventory.lines;
  }

  /** What one holds and the other does not; of a whole table the table alone. */
  static List<String> without(Set<String> some, Set<String> others) {
    List<String> more = some.stream().filter(line -> !others.contains(line)).toList();
    List<String> tables = more.stream().filter(line -> line.startsWith("table ")).map(line -> line.substring(6))
        .toList();
    return more.stream().filter(line -> tables.stream()
        .noneMatch(table -> line.startsWith("column " + table + ".") || line.endsWith(" on " + table))).toList();
  }

  private static String values(String text) {
    return text.isEmpty() ? "" : " (" + text + ")";
  }

  private void table(Table table) {
    String name = table.schema() + "." + table.name();
    lines.add((table.kind().isView() ? "view " : "table ") + name);
    table.columns().forEach(column -> lines.add("column " + name + "." + column.name() + values(type(column))));
    table.constraints().forEach(c -> lines.add("constraint " + c.name() + " on " + name));
    catalog.indexesOf(table).stream().filter(index -> index.constraint().isEmpty())
        .forEach(index -> lines.add("index " + index.schema() + "." + index.name()));
    table.policies().forEach(policy -> lines.add("policy " + policy.name() + " on " + name));
    table.triggers().forEach(trigger -> lines.add("trigger " + trigger.name() + " on " + name));
    if (table.rowSecurity()) {
      lines.add("row security on " + name);
    }
  }

  private static String type(Column column) {
    return column.type().map(type -> Types.of(type.name())).orElse("") + (column.notNull() ? " NOT NULL" : "")
        + (column.hasDefault() ? " DEFAULT" : "");
  }
}
