package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.predicate.Tables;
import dev.ddlint.catalog.tenancy.ScopeClass;
import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.parse.tree.Query.Source;
import java.util.Optional;

/** The tenant's key in the tables of a data statement. */
record KeyColumns(TenantModel model, Catalog catalog, String near) {

  /** @param key the column that holds the tenant; of the tenant's own table, its identity */
  record Keyed(Table table, String alias, String key) {}

  static Optional<Column> key(Table table, TenantModel model) {
    return model.scope(table).filter(scope -> scope.kind() == ScopeClass.DIRECT).flatMap(TenantModel.Scope::key);
  }

  Optional<Keyed> of(Source source) {
    return Tables.of(catalog, source, near).flatMap(table -> key(table, model)
        .map(key -> new Keyed(table, source.alias(), key.name())));
  }
}
