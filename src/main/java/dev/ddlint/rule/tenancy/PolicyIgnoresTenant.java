package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.predicate.Identity;
import dev.ddlint.catalog.predicate.RowColumns;
import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.ir.Expression;
import dev.ddlint.parse.tree.Tree;
import dev.ddlint.parse.tree.TreeReader;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import java.util.Optional;

/** A policy of a tenant's table that asks neither for the tenant nor for who the session is. */
@Rule("policy-ignores-tenant")
@Concerns(Effect.TENANCY)
public final class PolicyIgnoresTenant implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    if (schema.tenants().usesRowSecurity()) {
      schema.tenancy().ifPresent(model -> Guard.all(schema)
          .filter(guard -> guard.policy().permissive() && !guard.isPrivileged())
          .filter(guard -> guard.commands().stream().noneMatch(guard::isRestrained))
          .forEach(guard -> check(guard, model, findings)));
    }
  }

  private static void check(Guard guard, TenantModel model, Findings findings) {
    Optional<String> key = model.scope(guard.table()).flatMap(TenantModel.Scope::key).map(column -> column.name());
    key.ifPresent(column -> guard.expressions().filter(condition -> ignores(condition, guard, column)).findFirst()
        .ifPresent(condition -> report(guard, condition, column, findings)));
  }

  private static boolean ignores(Expression condition, Guard guard, String key) {
    Optional<Tree> tree = TreeReader.expression(condition);
    return tree.filter(t -> !guard.isAlwaysTrue(t) && !mentions(t, guard, key)).isPresent();
  }

  private static boolean mentions(Tree tree, Guard guard, String key) {
    boolean closed = tree instanceof Tree.Truth || tree instanceof Tree.Null;
    return closed
        || new RowColumns(guard.schema().catalog(), guard.table(), guard.table().name()).in(tree).contains(key)
        || new Identity(guard.schema().catalog()).mayBeAsked(tree)
        || tree.holds(part -> part instanceof Tree.Select || part instanceof Tree.Exists);
  }

  private static void report(Guard guard, Expression condition, String key, Findings findings) {
    findings.report(guard.place(condition)).about(Subject.policy(guard.table(), guard.policy().name()))
        .says("policy `%s` admits rows of `%s` whichever tenant they belong to", guard.policy().name(),
            guard.table().displayName())
        .fact("why", "it asks neither for `%s` nor for who the session is", key)
        .instead(PolicyAdvice.condition(guard));
  }
}
