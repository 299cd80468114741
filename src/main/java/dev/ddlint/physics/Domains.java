package dev.ddlint.physics;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.text.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Domains stand on one another: what is said of one holds for those made of it. */
final class Domains {

  private Domains() {}

  /** The domain and those below it, as far as the history shows them. */
  static List<UserType> of(DataType type, Catalog catalog) {
    List<UserType> domains = new ArrayList<>();
    Optional<UserType> at = catalog.type(type);
    while (at.filter(t -> t.kind() == UserType.Kind.DOMAIN && !domains.contains(t)).isPresent()) {
      domains.add(at.get());
      at = at.get().base().flatMap(catalog::type);
    }
    return domains;
  }

  /** The tables with rows that hold values of a domain. */
  static List<Table> holders(UserType domain, Catalog catalog) {
    return catalog.tables().values().stream().filter(table -> !table.kind().isView() && !Moment.isPartitioned(table))
        .filter(table -> table.columns().stream().flatMap(column -> column.type().stream())
            .anyMatch(type -> of(type, catalog).stream().anyMatch(d -> d.id().equals(domain.id()))))
        .sorted(Order.by(table -> table.id().value())).toList();
  }
}
