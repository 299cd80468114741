package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.ScopeClass;
import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Advice.Step;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TablePlace;
import java.util.List;

/** A table that reaches its tenant only by foreign keys that may be NULL. */
@Rule("tenant-path-optional")
@Concerns(Effect.TENANCY)
public final class TenantPathOptional implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    schema.tenancy().ifPresent(model -> schema.tables().stream()
        .filter(table -> table.kind() != Table.Kind.PARTITION && !schema.catalog().isUncertain(table))
        .filter(table -> model.is(table, ScopeClass.OPTIONAL_PATH) && !Records.keeps(table))
        .forEach(table -> report(table, schema, model, findings)));
  }

  private static void report(Table table, Schema schema, TenantModel model, Findings findings) {
    String reason = model.scope(table).map(TenantModel.Scope::reason).orElse("");
    Findings.Report report = findings.report(TablePlace.of(table)).about(Subject.of(table))
        .says("a row of `%s` may belong to no tenant: each way to one may be NULL", table.displayName())
        .fact("why", "the table %s", reason);
    TenantPlaces.relate(report, schema, model);
    report.instead(new Advice(Advice.Kind.NONE,
        List.of(new Step("either", List.of("-- make one of these foreign keys required")),
            new Step("or", List.of("-- add `" + model.key() + "`, filled from the row that each refers to")))));
  }
}
