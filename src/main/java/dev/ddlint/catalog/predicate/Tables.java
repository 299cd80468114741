package dev.ddlint.catalog.predicate;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Table;
import dev.ddlint.parse.tree.Query.Source;
import java.util.Optional;

/** Finds the table that a query names. */
public final class Tables {

  private Tables() {}

  /** @param near the schema in which a name without one is looked for first */
  public static Optional<Table> of(Catalog catalog, Source source, String near) {
    return source.derived().isPresent()
        ? Optional.empty()
        : source.schema().map(schema -> catalog.table(schema, source.name()))
            .orElseGet(() -> catalog.table(near, source.name()).or(() -> catalog.table("public", source.name())));
  }
}
