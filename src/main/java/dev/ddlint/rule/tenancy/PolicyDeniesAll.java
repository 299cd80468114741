package dev.ddlint.rule.tenancy;

import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import java.util.List;

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
        .instead(PolicyAdvice.step("if these commands are to work", guard,
            List.of(needed + " (<the rows that they may touch>)")));
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
