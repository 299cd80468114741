package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Advice.Step;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import java.util.ArrayList;
import java.util.List;

/** How to write a policy's condition anew. */
final class PolicyAdvice {
  /** What stands for the tenant of the session where the schema does not show how it is told. */
  private static final String TENANT = "(SELECT current_setting('app.tenant_id'))";

  private PolicyAdvice() {}

  /** A condition that ties each row to the session. */
  static Advice condition(Guard guard) {
    String key = guard.schema().tenancy().flatMap(model -> model.scope(guard.table()))
        .flatMap(TenantModel.Scope::key).map(column -> Names.of(column.name())).orElse("");
    String condition = key.isEmpty() ? "user_id = (SELECT auth.uid())" : key + "::text = " + TENANT;
    List<String> clauses = new ArrayList<>();
    if (guard.policy().using().isPresent()) {
      clauses.add("USING (" + condition + ")");
    }
    if (guard.policy().withCheck().isPresent()) {
      clauses.add("WITH CHECK (" + condition + ")");
    }
    return step("with your own way to tell " + (key.isEmpty() ? "the user" : "the tenant"), guard, clauses);
  }

  static Advice step(String when, Guard guard, List<String> clauses) {
    String line = "ALTER POLICY " + Names.of(guard.policy().name()) + " ON "
        + Names.of(Compose.object(guard.table().schema(), guard.table().name())) + " "
        + String.join(" ", clauses) + ";";
    return new Advice(Advice.Kind.STAGED, List.of(new Step(when, List.of(line))));
  }
}
