package dev.ddlint.catalog.tenancy;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.TenantModel.Scope;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the tenant of a schema. People name it in few ways (organization, workspace, team ...), and a good part of the
 * tables refers to it; where that does not hold there is no answer, for a wrong one makes noise on every table. A key
 * of another name has to be configured. Of several levels the one that most tables refer to
 * is the tenant; the others are seen as standing above it.
 */
public final class TenantInference {

  private TenantInference() {}

  /** How the schema's rows belong to tenants; empty when none is found, or when tenants do not share tables. */
  public static Optional<TenantModel> infer(Catalog catalog, TenancySettings settings) {
    TenancyMode mode = TenancyMode.of(catalog, settings);
    if (!mode.sharesTables()) {
      return Optional.empty();
    }
    References references = References.of(catalog);
    return Tenant.find(references, settings).map(tenant -> model(mode, references, tenant, settings));
  }

  private static TenantModel model(TenancyMode mode, References references, Tenant tenant, TenancySettings settings) {
    Map<ObjectId, Scope> scopes = new Scopes(references, tenant, settings).find();
    return new TenantModel(mode, tenant.chosen().table().map(Table::id), tenant.rootKey(references),
        tenant.chosen().key(),
        Collections.unmodifiableSet(tenant.spellings(references)), tenant.levels(),
        Collections.unmodifiableMap(scopes));
  }
}
