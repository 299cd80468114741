package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.physics.TypeFamily;
import java.util.List;
import java.util.Optional;

/** Whether one table can be the other after a rename: most of their columns are the same. */
final class TablesAlike {
  private static final double ALIKE = 0.7;
  /** How many equal columns tables need to be alike: more where their names are not. */
  private static final int FEW = 3;
  private static final int MANY = 5;

  private final Catalog catalog;

  TablesAlike(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The one of them that is most like a table; the first of equals. */
  Optional<Table> most(Table table, List<Table> others) {
    Optional<Table> best = Optional.empty();
    double most = 0;
    for (Table other : others) {
      double likeness = likeness(table, other);
      if (likeness > most) {
        most = likeness;
        best = Optional.of(other);
      }
    }
    return best;
  }

  /** The share of the columns that both have, and 1 more where the names are alike too; 0 for tables that differ. */
  private double likeness(Table a, Table b) {
    long same = a.columns().stream()
        .filter(column -> b.column(column.name()).filter(other -> sameFamily(column, other)).isPresent()).count();
    double share = (double) same / Math.max(a.columns().size(), b.columns().size());
    boolean named = NamesAlike.of(a.name(), b.name());
    return same >= (named ? FEW : MANY) && share >= ALIKE ? share + (named ? 1 : 0) : 0;
  }

  private boolean sameFamily(Column a, Column b) {
    return a.type().isPresent() && b.type().isPresent()
        && TypeFamily.of(a.type().get(), catalog).equals(TypeFamily.of(b.type().get(), catalog));
  }
}
