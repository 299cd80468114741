package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Change.PrivilegesChanged;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.ScopeClass;
import dev.ddlint.catalog.tenancy.TenancyMode;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.Privileges;
import dev.ddlint.ir.Privileges.Scope;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everybody, or everybody who is not logged in, may write to tables of tenants. */
@Rule("broad-grant")
@Concerns(Effect.TENANCY)
public final class BroadGrant implements ChangeRule<PrivilegesChanged> {
  private static final Set<String> EVERYBODY = Set.of("public", "anon");
  private static final Set<String> WRITES = Set.of("INSERT", "UPDATE", "DELETE", "TRUNCATE", "ALL", "ALL PRIVILEGES");

  @Override
  public void check(PrivilegesChanged change, Context at, Findings findings) {
    Privileges grant = change.statement();
    List<String> broad = grant.grantees().stream().filter(EVERYBODY::contains).toList();
    List<String> writes = grant.privileges().stream().map(p -> p.replaceFirst(" *\\(.*", ""))
        .filter(WRITES::contains).toList();
    if (!grant.grant() || broad.isEmpty() || writes.isEmpty() || !isOfTenants(change, at) || isTakenBack(grant, at)) {
      return;
    }
    String what = change.table().map(table -> "`" + table.displayName() + "`").orElseGet(() -> what(grant));
    Findings.Report report = findings.report(change.span())
        .says("%s may write to %s", broad.contains("public") ? "every role" : "`anon`, which is everybody,", what)
        .fact("why", "%s is granted; only policies stand between a stranger and the rows of all tenants",
            String.join(", ", writes));
    change.table().ifPresent(table -> report.about(Subject.of(table)));
  }

  private static String what(Privileges grant) {
    String schema = grant.inSchema().map(name -> " in `" + name.name() + "`").orElse("");
    return grant.scope() == Scope.DEFAULTS ? "each table made later" + schema : "all tables" + schema;
  }

  private static boolean isOfTenants(PrivilegesChanged change, Context at) {
    if (at.tenants().mode() == TenancyMode.NONE && at.tenants().model().isEmpty()) {
      return false;
    }
    Privileges grant = change.statement();
    boolean tables = grant.kind() == ObjectKind.TABLE || grant.scope() == Scope.ALL_IN_SCHEMA;
    return switch (grant.scope()) {
      case ALL_IN_SCHEMA, DEFAULTS -> grant.kind() == ObjectKind.TABLE;
      case OBJECTS -> tables && change.table().filter(table -> isScoped(table, at)).isPresent();
      case ROLE_MEMBERSHIP -> false;
    };
  }

  private static boolean isScoped(Table table, Context at) {
    boolean shared = at.tenants().model().filter(model -> model.is(table, ScopeClass.SHARED)).isPresent();
    return table.isKnown() && !table.isTemporary() && !shared;
  }

  private static boolean isTakenBack(Privileges grant, Context at) {
    return at.day().steps().stream().map(step -> step.statement()).filter(Privileges.class::isInstance)
        .map(Privileges.class::cast).anyMatch(other -> !other.grant() && other.span().start() > grant.span().start()
            && other.scope() == grant.scope() && names(other).equals(names(grant))
            && other.grantees().containsAll(grant.grantees()));
  }

  private static List<String> names(Privileges statement) {
    return Optional.of(statement.objects()).stream().flatMap(List::stream).map(Object::toString).toList();
  }
}
