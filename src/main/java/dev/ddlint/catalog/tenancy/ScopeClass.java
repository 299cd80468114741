package dev.ddlint.catalog.tenancy;

/** How a table's rows belong to a tenant. */
public enum ScopeClass {
  /** It holds the key. */
  DIRECT,
  /** A required foreign key leads to a table that holds it, or to the tenant itself. */
  INDIRECT,
  /** Only nullable foreign keys lead there. */
  OPTIONAL_PATH,
  /** It belongs to something above the tenant, or is that. */
  UPPER,
  /** It is the tenant's own table. */
  ROOT,
  /** All tenants share it. */
  SHARED,
  /** None of these. */
  UNSCOPED
}
