package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.ScopeClass;
import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TablePlace;
import java.util.List;

/** A join table of two tenants' tables that does not hold the tenant. */
@Rule("tenant-join-table-unscoped")
@Concerns(Effect.TENANCY)
public final class TenantJoinTableUnscoped implements SchemaRule {
  private static final int MOST_COLUMNS = 4;

  @Override
  public void check(Schema schema, Findings findings) {
    schema.tenancy().ifPresent(model -> schema.tables().stream()
        .filter(table -> table.kind() != Table.Kind.PARTITION && model.is(table, ScopeClass.INDIRECT))
        .filter(table -> isJoin(table, schema, model)).forEach(table -> report(table, schema, model, findings)));
  }

  private static boolean isJoin(Table table, Schema schema, TenantModel model) {
    List<ForeignKey> keys = table.constraints(ForeignKey.class);
    return keys.size() == 2 && table.columns().size() <= MOST_COLUMNS && keys.stream().allMatch(key -> schema.catalog()
        .table(key.target()).filter(target -> model.is(target, ScopeClass.DIRECT)).isPresent());
  }

  private static void report(Table table, Schema schema, TenantModel model, Findings findings) {
    Findings.Report report = findings.report(TablePlace.of(table)).about(Subject.of(table))
        .says("`%s` can join rows of two tenants: it does not hold `%s`", table.displayName(), model.key())
        .fact("why", "each of its foreign keys names a row of some tenant, and nothing makes the two the same; with the"
            + " key in it both foreign keys can carry it");
    TenantPlaces.relate(report, schema, model);
  }
}
