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

/** A permissive policy without the condition that its command needs: nobody can do that through it. */
@Rule("policy-denies-all")
@Concerns(Effect.SCHEMA_STATE)
public final class PolicyDeniesAll implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    if (schema.tenants().usesRowSecurity()) {
      Guard.all(schema).filter(guard -> guard.policy().permissive()).forEach(guard -> check(guard, findings));
    }
  }

  private static void check(Guard guard, Findings findings) {
    List<String> denied = guard.commands().stream().filter(command -> lacks(guard, command))
        .filter(command -> !isServedElsewhere(guard, command)).toList();
    if (denied.isEmpty()) {
      return;
    }
    boolean admitsInsert = guard.serves("INSERT") && guard.policy().withCheck().isPresent();
    String needed = denied.equals(List.of("INSERT")) ? "WITH CHECK" : "USING";
    findings.report(guard.header()).about(Subject.policy(guard.table(), guard.policy().name()))
        .says("policy `%s` lets nobody %s rows of `%s`: it has no %s", guard.policy().name(),
            PolicyWords.verbs(denied), guard.table().displayName(), needed)
        .fact("why", admitsInsert
            ? "an absent expression admits no row; its WITH CHECK still admits INSERT"
            : "an absent expression admits no row")
        .instead(advice(guard, needed));
  }

  /** What the policy asks of new rows does for those that are there; else what ties a row to the session. */
  private static Advice advice(Guard guard, String needed) {
    Optional<String> own = guard.policy().withCheck().map(check -> PolicyAdvice.oneLine(check.text()));
    Optional<TenantCondition> condition = own.map(text -> new TenantCondition(text, true))
        .or(() -> TenantCondition.of(guard.schema(), guard.table()));
    String when = own.map(text -> "if these commands are to work").orElseGet(
        () -> condition.map(PolicyAdvice::when).orElse(""));
    return condition.map(c -> PolicyAdvice.step(when, guard, List.of(needed + " (" + c.text() + ")")))
        .orElseGet(() -> PolicyAdvice.words("write the " + needed + " if these commands are to work"));
  }

  /** INSERT asks WITH CHECK, the others USING; for ALL a USING stands in for the check that is absent. */
  private static boolean lacks(Guard guard, String command) {
    boolean using = guard.policy().using().isPresent();
    boolean check = guard.policy().withCheck().isPresent();
    return command.equals("INSERT") ? !check && !(using && guard.policy().command().equals("ALL")) : !using;
  }

  private static boolean isServedElsewhere(Guard guard, String command) {
    return guard.others().anyMatch(other -> other.policy().permissive() && other.serves(command)
        && other.shares(guard) && !lacks(other, command));
  }
}
