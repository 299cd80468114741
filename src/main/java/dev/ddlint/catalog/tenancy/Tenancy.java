package dev.ddlint.catalog.tenancy;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.NameWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

  /** The same, found out when somebody first asks. */
  public static Supplier<Tenancy> lazily(Catalog catalog, TenancySettings settings) {
    return new Lazy(catalog, settings);
  }

  private static final class Lazy implements Supplier<Tenancy> {
    private final Catalog catalog;
    private final TenancySettings settings;
    private @Nullable Tenancy known;

    Lazy(Catalog catalog, TenancySettings settings) {
      this.catalog = catalog;
      this.settings = settings;
    }

    @Override
    public Tenancy get() {
      Tenancy tenancy = known;
      if (tenancy == null) {
        tenancy = of(catalog, settings);
        known = tenancy;
      }
      return tenancy;
    }
  }

  /** Whether policies are meant to keep rows apart. */
  public boolean usesRowSecurity() {
    return mode == TenancyMode.ROW_SECURITY;
  }
}
