package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Policy;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.predicate.Evaluation;
import dev.ddlint.catalog.tenancy.ScopeClass;
import dev.ddlint.ir.Expression;
import dev.ddlint.parse.tree.Tree;
import dev.ddlint.parse.tree.TreeReader;
import dev.ddlint.rule.Schema;
import dev.ddlint.text.Order;
import dev.ddlint.text.Place;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A policy that is in force, with the table that it guards. */
record Guard(Schema schema, Table table, Policy policy) {
  private static final List<String> COMMANDS = List.of("SELECT", "INSERT", "UPDATE", "DELETE");
  private static final Set<String> PRIVILEGED = Set.of("service_role", "postgres", "supabase_admin",
      "supabase_auth_admin", "supabase_storage_admin", "dashboard_user", "rds_superuser", "cloudsqlsuperuser");

  /** All policies in force, oldest table first; of a table that the history only mentions, row security is believed. */
  static Stream<Guard> all(Schema schema) {
    return schema.catalog().tables().values().stream()
        .filter(table -> table.rowSecurity() || !table.isKnown() || schema.catalog().isUncertain(table))
        .sorted(Order.by(table -> table.id().value()))
        .flatMap(table -> table.policies().stream().map(policy -> new Guard(schema, table, policy)));
  }

  Stream<Guard> others() {
    return table.policies().stream().filter(other -> !other.equals(policy))
        .map(other -> new Guard(schema, table, other));
  }

  Optional<Tree> using() {
    return policy.using().flatMap(TreeReader::expression);
  }

  /** WITH CHECK, where it is written. */
  Optional<Tree> check() {
    return policy.withCheck().flatMap(TreeReader::expression);
  }

  /** The conditions that the policy states. */
  Stream<Expression> expressions() {
    return Stream.concat(policy.using().stream(), policy.withCheck().stream());
  }

  List<String> commands() {
    return policy.command().equals("ALL") ? COMMANDS : List.of(policy.command());
  }

  boolean serves(String command) {
    return commands().contains(command);
  }

  /** Whether it is for roles that are meant to see all tenants. */
  boolean isPrivileged() {
    return !policy.roles().isEmpty() && policy.roles().stream().allMatch(Guard::isPrivileged);
  }

  static boolean isPrivileged(String role) {
    return PRIVILEGED.contains(role) || role.contains("admin") || role.contains("service");
  }

  /** Whether it asks only those who are logged in. */
  boolean isForLogins() {
    return policy.roles().equals(List.of("authenticated"));
  }

  /** Whether some role is asked by both. */
  boolean shares(Guard other) {
    return policy.roles().contains("public") || other.policy.roles().contains("public")
        || policy.roles().stream().anyMatch(other.policy.roles()::contains);
  }

  /** Whether a restrictive policy for the command lets through less than all rows, whoever is admitted here. */
  boolean isRestrained(String command) {
    return others().filter(other -> !other.policy.permissive() && other.serves(command))
        .filter(other -> other.policy.roles().contains("public") || other.policy.roles().containsAll(policy.roles()))
        .anyMatch(
            other -> other.expressions().flatMap(e -> TreeReader.expression(e).stream()).noneMatch(other::isOpen));
  }

  private boolean isOpen(Tree tree) {
    return isAlwaysTrue(tree) || Evaluation.opensToSilence(tree, schema.catalog(), table, isForLogins());
  }

  boolean isAlwaysTrue(Tree tree) {
    return Evaluation.isAlwaysTrue(tree, schema.catalog(), table);
  }

  /** Whether the table's rows belong to tenants. */
  boolean isScoped() {
    return schema.tenancy().filter(model -> model.is(table, ScopeClass.DIRECT) || model.is(table, ScopeClass.INDIRECT)
        || model.is(table, ScopeClass.OPTIONAL_PATH) || model.is(table, ScopeClass.ROOT)).isPresent();
  }

  /** The condition where it is written. */
  Place place(Expression expression) {
    Place whole = policy.origin().place();
    return whole.span().contains(expression.span()) ? new Place(whole.file(), expression.span()) : header();
  }

  /** The statement up to its conditions, on its first line. */
  Place header() {
    Place whole = policy.origin().place();
    String line = whole.text().lines().findFirst().orElse("");
    int end = line.indexOf('(') < 0 ? line.length() : line.indexOf('(');
    String header = line.substring(0, end).stripTrailing();
    for (String word : List.of(" USING", " using", " WITH CHECK", " with check")) {
      header = header.endsWith(word) ? header.substring(0, header.length() - word.length()) : header;
    }
    return new Place(whole.file(), new Span(whole.span().start(), whole.span().start() + header.length()));
  }
}
