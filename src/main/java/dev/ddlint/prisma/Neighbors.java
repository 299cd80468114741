package dev.ddlint.prisma;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.text.Order;
import dev.ddlint.text.Place;

/**
 * Where something stood that the new schema lacks: at what stood before it and is still there.
 *
 * @param elsewhere where nothing is left
 */
record Neighbors(Catalog from, Catalog to, Place elsewhere) {

  Place of(Table dropped) {
    return from.tables().values().stream().filter(t -> t.id().value() < dropped.id().value())
        .sorted(Order.by((Table t) -> t.id().value()).reversed())
        .flatMap(t -> to.table(t.schema(), t.name()).stream()).findFirst().map(t -> t.origin().place())
        .orElse(elsewhere);
  }

  Place of(UserType dropped) {
    return from.types().values().stream().filter(t -> t.id().value() < dropped.id().value())
        .sorted(Order.by((UserType t) -> t.id().value()).reversed())
        .flatMap(t -> EnumDiff.enums(to).stream().filter(e -> EnumDiff.sql(e).equals(EnumDiff.sql(t)))).findFirst()
        .map(t -> t.origin().place()).orElse(elsewhere);
  }
}
