package dev.ddlint.rule;

import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Table;
import dev.ddlint.text.Place;

/** Where a finding about the columns of a foreign key stands. */
public final class ForeignKeyPlace {

  private ForeignKeyPlace() {}

  /** The clause in SQL; in Prisma the first field of the key, since the relation field has no column. */
  public static Place of(Schema schema, Table table, ForeignKey key) {
    return schema.isPrisma()
        ? table.column(key.columns().get(0)).map(column -> column.origin().place()).orElse(key.origin().place())
        : key.origin().place();
  }
}
