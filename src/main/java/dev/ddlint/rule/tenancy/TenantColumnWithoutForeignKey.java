package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Advice.Step;
import dev.ddlint.ir.Deferral;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Reference;
import dev.ddlint.ir.ReferentialAction;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** A tenant's key that nothing keeps to existing tenants. */
@Rule("tenant-column-without-foreign-key")
@Concerns(Effect.SCHEMA_STATE)
@TakesIn("id-column-without-foreign-key")
public final class TenantColumnWithoutForeignKey implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    List<Scoped> all = Scoped.all(schema).toList();
    Optional<Table> root = schema.tenancy().flatMap(model -> TenantPlaces.root(schema, model));
    boolean customary = isCustomary(schema);
    root.filter(table -> customary && table.isKnown()).ifPresent(table -> all.stream()
        .filter(scoped -> !isExempt(scoped) && !hasForeignKey(scoped.table(), scoped.key()))
        .forEach(scoped -> report(scoped, table, findings)));
  }

  /** A project that declares none for most of its keys has decided against them. */
  private static boolean isCustomary(Schema schema) {
    return schema.tenancy().filter(model -> {
      List<Table> holders = model.scopes().keySet().stream().flatMap(id -> schema.catalog().table(id).stream())
          .filter(table -> table.kind() != Table.Kind.PARTITION && KeyColumns.key(table, model).isPresent()).toList();
      long declared = holders.stream()
          .filter(table -> KeyColumns.key(table, model).filter(key -> hasForeignKey(table, key)).isPresent()).count();
      return declared * 2 > holders.size();
    }).isPresent();
  }

  private static boolean isExempt(Scoped scoped) {
    return scoped.isRecord() || scoped.table().kind() == Table.Kind.PARTITIONED;
  }

  /** To the tenant, or to a row that has the same one. */
  private static boolean hasForeignKey(Table table, Column key) {
    return table.constraints(ForeignKey.class).stream().anyMatch(foreign -> foreign.columns().contains(key.number()));
  }

  private static void report(Scoped scoped, Table root, Findings findings) {
    String key = scoped.key().name();
    Findings.Report report = findings.report(scoped.key().origin().place())
        .about(Subject.column(scoped.table(), key))
        .says("rows of `%s` may belong to a tenant that does not exist: `%s` has no foreign key",
            scoped.table().displayName(), key)
        .fact("why", "other tables here have one; without it a deleted tenant leaves its rows behind, and any value is"
            + " taken for a tenant");
    TenantPlaces.relate(report, scoped.schema(), scoped.model());
    report.instead(new Advice(Advice.Kind.STAGED, scoped.schema().kind() == Schema.Kind.PRISMA
        ? List.of(new Step("in the model", List.of("-- add a relation field to " + root.name() + " over " + key)))
        : sql(scoped, root)));
  }

  private static List<Step> sql(Scoped scoped, Table root) {
    ObjectName name = Compose.object(scoped.table().schema(), scoped.table().name());
    String constraint = Names.chosen(scoped.table().name() + "_" + scoped.key().name(), "fkey");
    Reference reference = new Reference(Compose.object(root.schema(), root.name()),
        Compose.names(scoped.model().rootKey().map(Column::name).stream().toList()), "SIMPLE",
        ReferentialAction.CASCADE, ReferentialAction.NO_ACTION, List.of(), Span.NONE);
    TableConstraint.ForeignKey foreign = new TableConstraint.ForeignKey(Optional.empty(),
        Compose.names(List.of(scoped.key().name())), reference, false, Deferral.NONE, false, false, Span.NONE);
    return List.of(new Step("in a migration", List.of(SqlPrinter.print(Compose.alter(name,
        Compose.notValid(foreign, constraint))))),
        new Step("in the next one", List.of(SqlPrinter.print(Compose.alter(name, Compose.validate(constraint))))));
  }
}
