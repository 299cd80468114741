package dev.ddlint.catalog.tenancy;

import dev.ddlint.catalog.Catalog;
import java.util.Optional;

/**
 * What is known of a schema's tenants.
 *
 * @param mode how rows are kept apart; row security shows without tenants too, where each row is a user's
 * @param model empty when no tenant is found, or when tenants do not share tables
 */
public record Tenancy(TenancyMode mode, Optional<TenantModel> model) {

  /** What configuration says, else what the catalog shows. */
  public static Tenancy of(Catalog catalog, TenancySettings settings) {
    TenancyMode mode = TenancyMode.of(catalog, settings);
    Optional<TenantModel> model = TenantInference.infer(catalog, settings);
    boolean none = model.isEmpty() && mode == TenancyMode.DISCRIMINATOR && settings.mode().isEmpty();
    return new Tenancy(none ? TenancyMode.NONE : mode, model);
  }

  /** Whether policies are meant to keep rows apart. */
  public boolean usesRowSecurity() {
    return mode == TenancyMode.ROW_SECURITY;
  }
}
