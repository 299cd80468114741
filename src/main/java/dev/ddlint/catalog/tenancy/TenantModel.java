package dev.ddlint.catalog.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a schema's rows belong to tenants, found from names and foreign keys or given by configuration.
 *
 * @param root the table with a row for each tenant; empty when the key's values come from elsewhere
 * @param rootKey the root's column that the keys hold; empty with the root, and where the history does not tell it
 * @param key the usual name of the column that holds the tenant
 * @param keys all names of it that the schema uses
 * @param levels what stands beside or above the tenant: the names of tables, or of keys whose tables are not here
 * @param scopes how each table belongs, in the order in which the tables were made; no views and no temporary tables
 */
public record TenantModel(TenancyMode mode, Optional<ObjectId> root, Optional<Column> rootKey, String key,
    Set<String> keys, List<String> levels, Map<ObjectId, Scope> scopes) {

  /**
   * How one table belongs.
   *
   * @param reason in words, for people who check the inference
   * @param key the table's own key column
   */
  public record Scope(ScopeClass kind, String reason, Optional<Column> key) {}

  public Optional<Scope> scope(Table table) {
    return Optional.ofNullable(scopes.get(table.id()));
  }

  public boolean is(Table table, ScopeClass kind) {
    return scope(table).filter(scope -> scope.kind() == kind).isPresent();
  }

  /** Whether the column holds another level of tenants, as its name says: a part of the tenant, or what it is a part of. */
  public boolean isLevel(Column column) {
    return !keys.contains(column.name()) && TenantWords.isLevelKey(NameWords.of(column.name()));
  }
}
