package dev.ddlint.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a schema's rows belong to tenants, found from names and foreign keys or given by configuration.
 *
 * @param root the table with a row a tenant
 * @param key the usual name of the column that holds the tenant
 * @param keys all names of it that the schema uses
 * @param classes how each table belongs; with the reason in words
 */
public record TenantModel(ObjectId root, String key, Set<String> keys, Map<ObjectId, Scope> classes) {

  /** @param reason in words, for people who check the inference */
  public record Scope(Class kind, String reason, Optional<Column> key) {}

  /** How a table's rows belong to a tenant. */
  public enum Class {
    /** It holds the key. */
    DIRECT,
    /** A required foreign key leads to a table that holds it. */
    INDIRECT,
    /** Only nullable foreign keys lead there. */
    OPTIONAL_PATH,
    /** It belongs to something above the tenant. */
    UPPER,
    /** It is the tenant's own table. */
    ROOT,
    /** All tenants share it. */
    SHARED,
    /** None of these. */
    UNSCOPED
  }

  public Optional<Scope> scope(Table table) {
    return Optional.ofNullable(classes.get(table.id()));
  }
}
