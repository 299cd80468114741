package dev.ddlint.catalog.tenancy;

import java.util.Optional;
import java.util.Set;

/**
 * What a project says of its tenants; it wins over what is inferred.
 *
 * @param root the table with a row for each tenant, with or without its schema
 * @param key the column that holds the tenant; other spellings of the same words count too
 * @param shared tables that belong to no tenant
 */
public record TenancySettings(Optional<String> root, Optional<String> key, Set<String> shared,
    Optional<TenancyMode> mode) {

  /** Nothing is said. */
  public static final TenancySettings INFERRED = new TenancySettings(Optional.empty(), Optional.empty(), Set.of(),
      Optional.empty());

  public TenancySettings {
    shared = Set.copyOf(shared);
  }
}
