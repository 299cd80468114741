package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Table;
import dev.ddlint.parse.ExpressionNames;
import dev.ddlint.rule.Schema;
import java.util.Set;

/** The roles by which clients reach the database themselves, through an API that it generates. */
final class ClientRoles {
  private static final Set<String> ROLES = Set.of("anon", "authenticated");

  private ClientRoles() {}

  static boolean is(String role) {
    return ROLES.contains(role);
  }

  static Set<String> all() {
    return ROLES;
  }

  /** Whether policies are written for such roles, or ask for the user of a request. */
  static boolean areUsed(Schema schema) {
    Catalog catalog = schema.catalog();
    return catalog.tables().values().stream().map(Table::policies).flatMap(p -> p.stream())
        .anyMatch(policy -> policy.roles().stream().anyMatch(ClientRoles::is)
            || policy.using().filter(using -> ExpressionNames.functions(using).contains("auth.uid")).isPresent());
  }
}
