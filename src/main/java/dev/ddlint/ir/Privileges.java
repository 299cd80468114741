package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * GRANT, REVOKE and ALTER DEFAULT PRIVILEGES.
 *
 * @param scope what the privileges are on
 * @param objects empty for role membership
 */
public record Privileges(boolean grant, Scope scope, ObjectKind kind, List<String> privileges, List<ObjectName> objects,
    List<String> grantees, boolean grantOption, boolean cascade, Optional<Identifier> inSchema,
    Span span) implements Statement {

  public enum Scope {
    OBJECTS, ALL_IN_SCHEMA, ROLE_MEMBERSHIP, DEFAULTS
  }
}
