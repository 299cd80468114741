package dev.ddlint.rule.tenancy;

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
import java.util.List;
import java.util.Optional;

/** A permissive policy whose condition holds for every row. */
@Rule("policy-always-true")
@Concerns(Effect.TENANCY)
@TakesIn("policy-ignores-tenant")
public final class PolicyAlwaysTrue implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    if (schema.tenants().usesRowSecurity()) {
      Guard.all(schema).filter(guard -> guard.policy().permissive() && !guard.isPrivileged())
          .forEach(guard -> check(guard, findings));
    }
  }

  private static void check(Guard guard, Findings findings) {
    List<String> read = guard.commands().stream().filter(c -> opensRows(guard, c)).toList();
    List<String> written = guard.commands().stream().filter(c -> !c.equals("SELECT") && !c.equals("DELETE"))
        .filter(c -> isOpen(guard, guard.policy().withCheck(), c)).toList();
    if (!read.isEmpty()) {
      report(guard, guard.policy().using().orElseThrow(), read, findings);
    } else if (!written.isEmpty()) {
      report(guard, guard.policy().withCheck().orElseThrow(), written, findings);
    }
  }

  /** To read all rows is often wanted: only those of tenants are to be kept apart. */
  private static boolean opensRows(Guard guard, String command) {
    boolean harmless = command.equals("INSERT") || command.equals("SELECT") && !guard.isScoped();
    return !harmless && isOpen(guard, guard.policy().using(), command);
  }

  private static boolean isOpen(Guard guard, Optional<Expression> condition, String command) {
    Optional<Tree> tree = condition.flatMap(TreeReader::expression);
    return tree.filter(guard::isAlwaysTrue).isPresent() && !guard.isRestrained(command);
  }

  private static void report(Guard guard, Expression condition, List<String> commands, Findings findings) {
    findings.report(guard.place(condition)).about(Subject.policy(guard.table(), guard.policy().name()))
        .says("policy `%s` lets %s %s every row of `%s`", guard.policy().name(), PolicyWords.who(guard),
            PolicyWords.verbs(commands), guard.table().displayName())
        .fact("why", "the condition is true for each row, and permissive policies add up: no other one takes this back")
        .instead(PolicyAdvice.condition(guard));
  }
}
