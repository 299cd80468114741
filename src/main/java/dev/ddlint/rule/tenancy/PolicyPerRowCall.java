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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A policy that asks who the session is once for each row, where once for each query would do. */
@Rule("policy-per-row-call")
@Concerns(Effect.SCAN)
public final class PolicyPerRowCall implements SchemaRule {
  private static final Set<String> CALLS = Set.of("auth.uid", "auth.jwt", "auth.role", "auth.email", "current_setting",
      "pg_catalog.current_setting");

  @Override
  public void check(Schema schema, Findings findings) {
    if (schema.tenants().usesRowSecurity()) {
      Guard.all(schema).forEach(guard -> check(guard, findings));
    }
  }

  /** One finding a policy, at the first condition that calls. */
  private static void check(Guard guard, Findings findings) {
    Set<String> calls = new TreeSet<>();
    List<Expression> places = new ArrayList<>();
    guard.expressions().forEach(condition -> {
      Set<String> own = new TreeSet<>();
      TreeReader.expression(condition).ifPresent(tree -> collect(tree, own));
      if (!own.isEmpty()) {
        places.add(condition);
        calls.addAll(own);
      }
    });
    if (!places.isEmpty()) {
      report(guard, places.get(0), calls, findings);
    }
  }

  /** What stands in a query of its own is evaluated once. */
  private static void collect(Tree tree, Set<String> calls) {
    switch (tree) {
      case Tree.Call call when CALLS.contains(call.name()) -> calls.add(call.name());
      case Tree.Select select -> {
      }
      case Tree.Exists exists -> {
      }
      default -> tree.parts().forEach(part -> collect(part, calls));
    }
  }

  private static void report(Guard guard, Expression condition, Set<String> calls, Findings findings) {
    String names = String.join(" and ", calls.stream().map(name -> "`" + name + "()`").toList());
    String first = calls.iterator().next() + "(...)";
    findings.report(guard.place(condition)).about(Subject.policy(guard.table(), guard.policy().name()))
        .says("policy `%s` calls %s once for each row of `%s`", guard.policy().name(), names,
            guard.table().displayName())
        .fact("why", "in a subquery the planner evaluates it once a query and can use an index on the column beside it")
        .instead(PolicyAdvice.step("in a migration", guard,
            List.of("USING (...) -- with (SELECT " + first + ") in place of " + first)));
  }
}
