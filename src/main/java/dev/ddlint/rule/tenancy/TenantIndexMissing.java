package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Column;
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
import dev.ddlint.rule.TakesIn;

/** A table that holds the tenant but cannot be searched by it: each tenant's query reads all tenants' rows. */
@Rule("tenant-index-missing")
@Concerns({Effect.SCHEMA_STATE,
    Effect.TENANCY})
@TakesIn("missing-foreign-key-index")
public final class TenantIndexMissing implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    schema.tenancy().ifPresent(model -> schema.tables().stream()
        .filter(table -> table.kind() != Table.Kind.PARTITION && !schema.catalog().isUncertain(table))
        .forEach(table -> model.scope(table).filter(scope -> scope.kind() == ScopeClass.DIRECT)
            .flatMap(TenantModel.Scope::key)
            .ifPresent(key -> check(table, key, schema, model, findings))));
  }

  private static void check(Table table, Column key, Schema schema, TenantModel model, Findings findings) {
    KeyIndexes indexes = new KeyIndexes(schema.catalog(), table);
    if (indexes.lead(key) || indexes.isCoveredJoin(key) || indexes.isReadByWhole(key, model)
        || indexes.isReadByLevel(model) || indexes.isReadOtherwise(key)) {
      return;
    }
    Findings.Report report = findings.report(TablePlace.of(table)).about(Subject.column(table, key.name()))
        .says("`%s` has no index that begins with `%s`: one tenant's query reads the rows of all", table.displayName(),
            key.name())
        .fact("why", "queries of a tenant filter by `%s`, and deleting a tenant searches `%s` for its rows", key.name(),
            table.displayName());
    TenantPlaces.relate(report, schema, model);
    report.related(key.origin().place(), "`%s` is made here", key.name());
    new IndexAdvice(schema).write(report, table, key);
  }
}
