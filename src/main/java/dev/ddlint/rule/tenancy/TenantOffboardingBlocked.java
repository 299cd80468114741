package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.ReferentialAction;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;

/** A foreign key to the tenant that keeps it from being deleted. */
@Rule("tenant-offboarding-blocked")
@Concerns(Effect.TENANCY)
public final class TenantOffboardingBlocked implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    schema.tenancy().flatMap(model -> TenantPlaces.root(schema, model)).ifPresent(root -> schema.tables().stream()
        .filter(table -> table.kind() != Table.Kind.PARTITION && !Records.keeps(table) && !isKept(table)
            && !table.id().equals(root.id()))
        .forEach(table -> table.constraints(ForeignKey.class).stream()
            .filter(key -> key.target().equals(root.id()) && key.enforced() && blocks(key))
            .forEach(key -> report(table, key, root, findings))));
  }

  private static boolean blocks(ForeignKey key) {
    return key.onDelete() == ReferentialAction.NO_ACTION || key.onDelete() == ReferentialAction.RESTRICT;
  }

  /** What the law wants kept. */
  private static boolean isKept(Table table) {
    String name = table.name().toLowerCase(java.util.Locale.ROOT);
    return name.contains("invoice") || name.contains("billing") || name.contains("payment") || name.contains("legal");
  }

  private static void report(Table table, ForeignKey key, Table root, Findings findings) {
    findings.report(key.origin().place()).about(Subject.constraint(table, key.name()))
        .says("a tenant with rows in `%s` cannot be deleted: its foreign key says %s", table.displayName(),
            key.onDelete().sql())
        .fact("why",
            "deleting the row of `%s` fails while this table holds rows of it; say CASCADE, or keep a purge that"
                + " deletes them first",
            root.displayName());
  }
}
