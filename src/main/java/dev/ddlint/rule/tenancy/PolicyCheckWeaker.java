package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.predicate.Bonds;
import dev.ddlint.catalog.predicate.Bonds.Bond;
import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.ir.Expression;
import dev.ddlint.parse.tree.Tree;
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

/** A WITH CHECK that does not bind what USING binds: a row that one may touch can be given away. */
@Rule("policy-check-weaker")
@Concerns(Effect.TENANCY)
@TakesIn({"policy-always-true",
    "policy-ignores-tenant"})
public final class PolicyCheckWeaker implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    if (schema.tenants().usesRowSecurity()) {
      Guard.all(schema).filter(guard -> guard.policy().permissive() && guard.serves("UPDATE") && !guard.isPrivileged()
          && !guard.isRestrained("UPDATE")).forEach(guard -> check(guard, findings));
    }
  }

  private static void check(Guard guard, Findings findings) {
    Optional<Tree> using = guard.using();
    Optional<Tree> check = guard.check();
    if (using.isEmpty() || check.isEmpty()) {
      return;
    }
    Bonds bonds = new Bonds(guard.schema().catalog(), guard.table());
    Bond read = bonds.of(using.get());
    Bond written = bonds.of(check.get());
    lost(guard, read, written).ifPresent(column -> report(guard, column, findings));
  }

  /** The column that USING ties and WITH CHECK leaves free. A foreign key that is tied may lead to the tenant. */
  private static Optional<String> lost(Guard guard, Bond read, Bond written) {
    if (read.all() || written.all() || read.columns().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> key = guard.schema().tenancy().flatMap(model -> model.scope(guard.table()))
        .flatMap(TenantModel.Scope::key).map(column -> column.name()).filter(read.columns()::contains);
    if (key.isPresent()) {
      return key.filter(column -> !written.ties(column) && written.columns().stream().noneMatch(c -> leads(guard, c)));
    }
    return written.isNone() ? read.columns().stream().sorted().findFirst() : Optional.empty();
  }

  private static boolean leads(Guard guard, String column) {
    List<ForeignKey> keys = guard.table().constraints(ForeignKey.class);
    return guard.table().column(column).filter(c -> keys.stream().anyMatch(key -> key.columns().contains(c.number())))
        .isPresent();
  }

  private static void report(Guard guard, String column, Findings findings) {
    Expression check = guard.policy().withCheck().orElseThrow();
    Expression using = guard.policy().using().orElseThrow();
    findings.report(guard.place(check)).about(Subject.policy(guard.table(), guard.policy().name()))
        .says("rows of `%s` can be moved to another `%s`: WITH CHECK does not bind what USING binds",
            guard.table().displayName(), column)
        .fact("why",
            "USING decides which rows are touched, WITH CHECK what they may become; without WITH CHECK the USING"
                + " would hold for both")
        .related(guard.place(using), "`%s` is bound here", column)
        .instead(PolicyAdvice.step("in a migration", guard, List.of("WITH CHECK (" + using.text().strip() + ")")));
  }
}
