package dev.ddlint.catalog.tenancy;

import dev.ddlint.catalog.Catalog;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a database keeps its tenants apart. */
public enum TenancyMode {
  /** All rows in the same tables, told apart by a column; the application filters. */
  DISCRIMINATOR,
  /** The same, and policies filter. */
  ROW_SECURITY,
  /** The same, spread over servers by the column. */
  CITUS,
  /** A schema for each tenant: the same statements run in each, so a table needs no key. */
  SCHEMA_PER_TENANT,
  /** There are no tenants. */
  NONE;

  /** As configuration writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<TenancyMode> of(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
  }

  /**
   * The mode that is configured, or the one that the catalog shows. A schema for each tenant leaves no trace in a catalog,
   * so it has to be configured.
   */
  public static TenancyMode of(Catalog catalog, TenancySettings settings) {
    return settings.mode().orElseGet(
        () -> isDistributed(catalog) ? CITUS : hasRowSecurity(catalog) ? ROW_SECURITY : DISCRIMINATOR);
  }

  private static boolean isDistributed(Catalog catalog) {
    return catalog.tables().values().stream()
        .anyMatch(table -> table.distribution().flatMap(d -> d.column()).isPresent());
  }

  private static boolean hasRowSecurity(Catalog catalog) {
    return catalog.tables().values().stream().anyMatch(table -> table.rowSecurity() || !table.policies().isEmpty());
  }

  /** Whether rows of several tenants share a table. */
  boolean sharesTables() {
    return this != SCHEMA_PER_TENANT && this != NONE;
  }
}
