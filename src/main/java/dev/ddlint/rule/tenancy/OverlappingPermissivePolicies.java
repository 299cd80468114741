package dev.ddlint.rule.tenancy;

import dev.ddlint.finding.Advice;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two permissive policies for one role and command: the rows of both are admitted, and both are evaluated. */
@Rule("overlapping-permissive-policies")
@Concerns(Effect.SCAN)
public final class OverlappingPermissivePolicies implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    if (schema.tenants().usesRowSecurity()) {
      Guard.all(schema).filter(guard -> guard.policy().permissive()).forEach(guard -> check(guard, findings));
    }
  }

  private static void check(Guard guard, Findings findings) {
    Optional<Guard> earlier = guard.others().filter(other -> other.policy().permissive() && isBefore(other, guard)
        && other.shares(guard) && !common(other, guard).isEmpty()).findFirst();
    earlier.ifPresent(other -> findings.report(guard.header())
        .about(Subject.policy(guard.table(), guard.policy().name()))
        .says("policies `%s` and `%s` on `%s` both admit %s: a row needs only one of them", other.policy().name(),
            guard.policy().name(), guard.table().displayName(), String.join(", ", common(other, guard)))
        .fact("why", "permissive policies are joined by OR: each further one opens more, and all run for each row")
        .related(other.header(), "the other one")
        .instead(advice(other, guard)));
  }

  /** One policy for both; where one is for more commands or roles than the other, each needs a look of its own. */
  private static Advice advice(Guard one, Guard other) {
    boolean alike = one.policy().command().equals(other.policy().command())
        && Set.copyOf(one.policy().roles()).equals(Set.copyOf(other.policy().roles()));
    return alike
        ? PolicyAdvice.joined(one, other)
        : PolicyAdvice.words("write one policy for both conditions, joined by OR, and drop the other; or make this one"
            + " AS RESTRICTIVE, if it was to narrow the other");
  }

  private static boolean isBefore(Guard one, Guard other) {
    List<dev.ddlint.catalog.Policy> policies = one.table().policies();
    return policies.indexOf(one.policy()) < policies.indexOf(other.policy());
  }

  private static List<String> common(Guard one, Guard other) {
    return one.commands().stream().filter(other::serves).toList();
  }
}
