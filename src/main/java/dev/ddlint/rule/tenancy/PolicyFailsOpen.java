package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.predicate.Evaluation;
import dev.ddlint.catalog.predicate.Identity;
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
import dev.ddlint.rule.TakesIn;
import java.util.Optional;

/** A policy that admits all rows to a session that says nothing of itself, or trusts what its user can edit. */
@Rule("policy-fails-open")
@Concerns(Effect.TENANCY)
@TakesIn({"policy-check-weaker",
    "policy-ignores-tenant"})
public final class PolicyFailsOpen implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    if (schema.tenants().usesRowSecurity()) {
      Guard.all(schema).filter(guard -> !guard.isPrivileged()).forEach(guard -> check(guard, findings));
    }
  }

  private static void check(Guard guard, Findings findings) {
    for (Expression condition : guard.expressions().toList()) {
      Optional<Tree> tree = TreeReader.expression(condition).filter(t -> !guard.isAlwaysTrue(t));
      if (tree.filter(t -> opens(t, guard)).isPresent()) {
        silence(guard, condition, findings);
        return;
      }
      if (tree.filter(new Identity(guard.schema().catalog())::trustsItsBearer).isPresent()) {
        bearer(guard, condition, findings);
        return;
      }
    }
  }

  private static boolean opens(Tree tree, Guard guard) {
    boolean caught = guard.policy().permissive() && guard.commands().stream().allMatch(guard::isRestrained);
    return !caught
        && Evaluation.opensToSilence(tree, guard.schema().catalog(), guard.table(), guard.isForLogins());
  }

  private static void silence(Guard guard, Expression condition, Findings findings) {
    findings.report(guard.place(condition)).about(Subject.policy(guard.table(), guard.policy().name()))
        .says("policy `%s` opens all rows of `%s` to a session that names no tenant", guard.policy().name(),
            guard.table().displayName())
        .fact("why",
            "where the setting or the login is absent the condition is true for every row: one forgotten SET, a"
                + " pooled connection or a cron job sees all tenants")
        .instead(PolicyAdvice.condition(guard));
  }

  private static void bearer(Guard guard, Expression condition, Findings findings) {
    findings.report(guard.place(condition)).about(Subject.policy(guard.table(), guard.policy().name()))
        .says("policy `%s` trusts `user_metadata`, which each user can edit", guard.policy().name())
        .fact("why", "a user writes another tenant's id there and sees its rows of `%s`",
            guard.table().displayName())
        .instead(PolicyAdvice.rewritten(guard, text -> text.replace("user_metadata", "app_metadata")));
  }
}
