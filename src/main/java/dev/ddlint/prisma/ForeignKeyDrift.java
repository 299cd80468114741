package dev.ddlint.prisma;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Table;
import dev.ddlint.prisma.Drift.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the foreign keys of a table; relations that the database does not keep are none. */
record ForeignKeyDrift(Catalog migrations, Table there, Catalog schema, Table here, List<Drift> found) {

  void compare() {
    List<ForeignKey> left = new ArrayList<>(ForeignKeyDiff.of(there));
    for (ForeignKey key : ForeignKeyDiff.of(here)) {
      Optional<ForeignKey> same = left.stream().filter(other -> same(other, key)).findFirst();
      if (same.isPresent()) {
        left.remove(same.get());
        compare(same.get(), key);
      } else if (there.isComplete() && here.names(key.columns()).stream().allMatch(c -> there.column(c).isPresent())) {
        found.add(Drift.onlySchema(Kind.FOREIGN_KEY, name(), String.join(",", here.names(key.columns())),
            key.origin().place()));
      }
    }
    left.stream().filter(key -> there.names(key.columns()).stream().allMatch(c -> here.column(c).isPresent()))
        .forEach(key -> found.add(Drift.onlyMigrations(Kind.FOREIGN_KEY, name(),
            String.join(",", there.names(key.columns())), key.origin().place(), here.origin().place())));
  }

  private String name() {
    return SchemaComparison.qualified(here.schema(), here.name());
  }

  private boolean same(ForeignKey sql, ForeignKey key) {
    return target(migrations, there, sql).equals(target(schema, here, key));
  }

  /** Columns and what they refer to. */
  static String target(Catalog catalog, Table table, ForeignKey key) {
    return table.names(key.columns()) + " " + catalog.table(key.target())
        .map(t -> SqlTypes.name(t.schema(), t.name()) + t.names(key.targetColumns())).orElse("");
  }

  private void compare(ForeignKey sql, ForeignKey key) {
    String columns = String.join(",", here.names(key.columns()));
    if (!actions(sql).equals(actions(key))) {
      found.add(Drift.differs(Kind.ACTION, name(), columns, key.origin().place(), sql.origin().place(), actions(sql),
          actions(key)));
    } else if (!sql.name().equals(key.name())) {
      found.add(Drift.differs(Kind.NAME, name(), key.name(), key.origin().place(), sql.origin().place(), sql.name(),
          key.name()));
    }
  }

  private static String actions(ForeignKey key) {
    return "ON DELETE " + key.onDelete().sql() + " ON UPDATE " + key.onUpdate().sql();
  }

  /** Whether the migrations have a key that the schema's relation stands for, whatever it does on delete. */
  static boolean exists(Catalog migrations, Table there, Catalog schema, Table here, ForeignKey key) {
    return there.constraints(ForeignKey.class).stream()
        .anyMatch(sql -> target(migrations, there, sql).equals(target(schema, here, key)));
  }
}
