package dev.ddlint.prisma;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The foreign keys of a table that both schemas have; relations that the database does not keep are none. */
record ForeignKeyDiff(TablePair table) {

  /** A foreign key under its old and its new name. */
  record Renamed(ForeignKey before, ForeignKey after) {}

  static List<ForeignKey> of(Table table) {
    return table.constraints(ForeignKey.class).stream().filter(ForeignKey::enforced).toList();
  }

  List<ForeignKey> dropped() {
    return of(table.before()).stream().filter(old -> of(table.after()).stream().noneMatch(key -> same(old, key)))
        .toList();
  }

  List<ForeignKey> created() {
    return of(table.after()).stream().filter(key -> of(table.before()).stream().noneMatch(old -> same(old, key)))
        .toList();
  }

  List<Renamed> renamed() {
    List<Renamed> renamed = new ArrayList<>();
    for (ForeignKey old : of(table.before())) {
      of(table.after()).stream().filter(key -> same(old, key)).findFirst()
          .filter(key -> !key.name().equals(old.name())).ifPresent(key -> renamed.add(new Renamed(old, key)));
    }
    return renamed;
  }

  private boolean same(ForeignKey old, ForeignKey key) {
    return describe(table.from(), table.before(), old).equals(describe(table.to(), table.after(), key))
        && table.after().names(key.columns()).stream().noneMatch(table::isTypeChanged);
  }

  /** What it is, without its name. */
  static String describe(Catalog catalog, Table table, ForeignKey key) {
    return table.names(key.columns()) + " " + target(catalog, key) + " " + targetColumns(catalog, key) + " "
        + key.onDelete() + " " + key.onUpdate();
  }

  private static String target(Catalog catalog, ForeignKey key) {
    return catalog.table(key.target()).map(t -> SqlTypes.name(t.schema(), t.name())).orElse("");
  }

  private static List<String> targetColumns(Catalog catalog, ForeignKey key) {
    return catalog.table(key.target()).map(t -> t.names(key.targetColumns())).orElse(List.of());
  }

  static String add(Catalog catalog, Table table, ForeignKey key) {
    return "ADD CONSTRAINT " + SqlLiterals.name(key.name()) + " FOREIGN KEY ("
        + list(table.names(key.columns())) + ") REFERENCES " + target(catalog, key) + "("
        + list(targetColumns(catalog, key)) + ") ON DELETE " + key.onDelete().sql() + " ON UPDATE "
        + key.onUpdate().sql();
  }

  static String list(List<String> names) {
    return names.stream().map(SqlLiterals::name).collect(Collectors.joining(", "));
  }
}
