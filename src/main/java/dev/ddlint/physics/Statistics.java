package dev.ddlint.physics;

import dev.ddlint.catalog.Table;
import java.util.Map;
import java.util.Optional;

/**
 * How large the tables of a database are, as its user measured them. Nothing is known of a table that is not named.
 *
 * @param sizes by {@code schema.table}
 */
public record Statistics(Map<String, Size> sizes) {
  public static final Statistics NONE = new Statistics(Map.of());

  /** @param bytes of the table with its indexes */
  public record Size(long rows, long bytes) {}

  public Optional<Size> of(Table table) {
    return Optional.ofNullable(sizes.get(table.schema() + "." + table.name()));
  }
}
