package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.ObjectId;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A table of a schema with tenants whose rows belong to nobody. */
@Rule("tenant-column-missing")
@Concerns(Effect.TENANCY)
public final class TenantColumnMissing implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    schema.tenancy().ifPresent(model -> schema.tables().stream()
        .filter(table -> isUnscoped(table, model) && isClear(table, schema) && !isPart(table, schema, model))
        .forEach(table -> report(table, schema, model, findings)));
  }

  private static boolean isUnscoped(Table table, TenantModel model) {
    return table.kind() != Table.Kind.PARTITION && model.is(table, ScopeClass.UNSCOPED);
  }

  /** That a column is missing can be said only of a table that is known whole. */
  private static boolean isClear(Table table, Schema schema) {
    return table.isComplete() && !schema.catalog().isUncertain(table);
  }

  /** One column in the table that all parts refer to gives each of them its tenant: one finding for all. */
  private static boolean isPart(Table table, Schema schema, TenantModel model) {
    return wholes(table, schema, model).stream().anyMatch(whole -> whole.id().value() < table.id().value());
  }

  private static List<Table> wholes(Table table, Schema schema, TenantModel model) {
    return table.constraints(ForeignKey.class).stream().filter(key -> isRequired(key, table))
        .flatMap(key -> schema.catalog().table(key.target()).stream())
        .filter(target -> isUnscoped(target, model) && isClear(target, schema)).toList();
  }

  private static boolean isRequired(ForeignKey key, Table table) {
    return key.columns().stream().allMatch(number -> table.column(number).filter(c -> c.notNull()).isPresent());
  }

  private static void report(Table table, Schema schema, TenantModel model, Findings findings) {
    Findings.Report report = findings.report(TablePlace.of(table)).about(Subject.of(table))
        .says("`%s` holds rows of all tenants and nothing tells whose they are", table.displayName())
        .fact("why", "it has no `%s`, and no required foreign key leads to a table that has one", model.key());
    List<String> parts = parts(table, schema, model);
    if (!parts.isEmpty()) {
      report.fact("with it", "the rows of %s would get their tenant by it", String.join(", ", parts));
    }
    report.fact("shared", "if all tenants share it, name it under `tenancy: {shared: [...]}` in the configuration");
    TenantPlaces.relate(report, schema, model);
    report.instead(new ColumnAdvice(schema, model).of(table));
  }

  /** The tables that lead to this one, over any number of steps. */
  private static List<String> parts(Table table, Schema schema, TenantModel model) {
    Set<ObjectId> reached = new HashSet<>(Set.of(table.id()));
    List<Table> unscoped = schema.tables().stream().filter(t -> isUnscoped(t, model)).toList();
    boolean more = true;
    while (more) {
      more = unscoped.stream().filter(t -> wholes(t, schema, model).stream().map(Table::id).anyMatch(reached::contains))
          .map(Table::id).toList().stream().map(reached::add).reduce(false, Boolean::logicalOr);
    }
    return unscoped.stream().filter(t -> reached.contains(t.id()) && !t.equals(table))
        .map(t -> "`" + t.displayName() + "`").toList();
  }

}
