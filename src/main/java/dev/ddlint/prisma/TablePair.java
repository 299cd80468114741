package dev.ddlint.prisma;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Table;
import dev.ddlint.text.Order;
import dev.ddlint.text.Place;
import java.util.List;
import java.util.Optional;

/** A table that both schemas have. */
record TablePair(Catalog from, Table before, Catalog to, Table after) {

  String name() {
    return SqlTypes.name(after.schema(), after.name());
  }

  /** In the order of the old table. */
  List<ColumnPair> columns() {
    return before.columns().stream()
        .flatMap(c -> after.column(c.name()).stream().map(same -> new ColumnPair(this, c, same))).toList();
  }

  /** By name, as the engine has them. */
  List<Column> added() {
    return after.columns().stream().filter(c -> before.column(c.name()).isEmpty())
        .sorted(Order.by(Column::name)).toList();
  }

  /** By name, as the engine has them. */
  List<Column> dropped() {
    return before.columns().stream().filter(c -> after.column(c.name()).isEmpty())
        .sorted(Order.by(Column::name)).toList();
  }

  Optional<ColumnPair> column(String name) {
    return before.column(name).flatMap(c -> after.column(name).map(same -> new ColumnPair(this, c, same)));
  }

  boolean isRecreated(String column) {
    return column(column).filter(ColumnPair::recreated).isPresent();
  }

  boolean isTypeChanged(String column) {
    return column(column).filter(ColumnPair::typeChanged).isPresent();
  }

  /** Whether the primary key goes and perhaps another comes: over other columns, or over one of another type. */
  boolean keyChanged() {
    List<String> old = key(before);
    return !old.equals(key(after)) || old.stream().anyMatch(this::isTypeChanged);
  }

  boolean keyRenamed() {
    Optional<String> old = before.primaryKey().map(Constraint.Key::name);
    return !keyChanged() && !old.equals(after.primaryKey().map(Constraint.Key::name));
  }

  private static List<String> key(Table table) {
    return table.primaryKey().map(k -> table.names(k.columns())).orElse(List.of());
  }

  /** Where something stands in the schema that is gone from the table: at its model. */
  Place place() {
    return after.origin().place();
  }

  /** A column as CREATE TABLE and ADD COLUMN have it. */
  String definition(Column column) {
    return definition(to, after, column);
  }

  static String definition(Catalog catalog, Table table, Column column) {
    boolean counted = ColumnPair.isCounted(catalog, table, column);
    String type = column.type().map(t -> counted ? SqlTypes.serial(t) : SqlTypes.of(t, catalog)).orElse("");
    return SqlLiterals.name(column.name()) + " " + type + (column.notNull() ? " NOT NULL" : "")
        + (counted ? "" : column.defaultValue().map(value -> " DEFAULT " + value.text()).orElse(""));
  }
}
