package dev.ddlint.catalog.predicate;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Table;
import dev.ddlint.parse.tree.Query.Source;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the table that a query names. */
public final class Tables {
  private static final String OWN = "pg_temp";

  private Tables() {}

  /** @param near the schema in which a name without one is looked for first, after the session's own tables */
  public static Optional<Table> of(Catalog catalog, Source source, String near) {
    return source.derived().isPresent()
        ? Optional.empty()
        : source.schema().map(schema -> catalog.table(schema, source.name()))
            .orElseGet(
                () -> Stream.of(OWN, near, "public").flatMap(schema -> catalog.table(schema, source.name()).stream())
                    .findFirst());
  }
}
