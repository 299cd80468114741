package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.ScopeClass;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Advice.Step;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableAction.RowSecurity.Switch;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Option;
import dev.ddlint.rule.Options;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TablePlace;
import dev.ddlint.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A table beside guarded ones that is not guarded: all of its rows are open to whoever may use it. */
@Rule("row-security-missing")
@Concerns(Effect.TENANCY)
@Option(name = "schemas", kind = Option.Kind.LIST, value = "", says = "further schemas that clients reach, besides public and those in which a table has row security")
public final class RowSecurityMissing implements SchemaRule {
  private final Set<String> schemas;

  public RowSecurityMissing(Options options) {
    this.schemas = Set.copyOf(options.list("schemas"));
  }

  @Override
  public void check(Schema schema, Findings findings) {
    if (!schema.tenants().usesRowSecurity()) {
      return;
    }
    Set<String> exposed = new HashSet<>(RowSecurityTables.exposed(schema));
    exposed.addAll(schemas);
    RowSecurityTables.certain(schema)
        .filter(table -> !table.rowSecurity() && table.policies().isEmpty() && exposed.contains(table.schema()))
        .filter(table -> holdsRowsOfSomebody(table, schema)).forEach(table -> report(table, schema, findings));
  }

  /** What all tenants share is open on purpose, unless clients come straight to the database. */
  private static boolean holdsRowsOfSomebody(Table table, Schema schema) {
    boolean machinery = table.name().contains("migration");
    boolean shared = schema.tenancy().filter(model -> model.is(table, ScopeClass.SHARED)).isPresent();
    return !machinery && (!shared || ClientRoles.areUsed(schema));
  }

  private static void report(Table table, Schema schema, Findings findings) {
    TableAction enable = new TableAction.RowSecurity(Switch.ENABLE, Span.NONE);
    findings.report(TablePlace.of(table)).about(Subject.of(table))
        .says("every row of `%s` is open to whoever may use the table: row security is not enabled",
            table.displayName())
        .fact("why", "other tables of this database have row security; this one answers everybody with all of its rows")
        .instead(new Advice(Advice.Kind.STAGED, List.of(
            new Step("in this migration",
                List.of(SqlPrinter.print(Compose.alter(Compose.object(table.schema(), table.name()), enable)))),
            TenantCondition.of(schema, table).map(condition -> policy(table, condition)).orElseGet(
                () -> new Step("with it", List.of("-- a policy for each role and command that is to see rows: none is"
                    + " seen without one"))))));
  }

  private static Step policy(Table table, TenantCondition condition) {
    return new Step("with it, " + PolicyAdvice.when(condition), List.of(
        "CREATE POLICY " + Names.of(Names.chosen(table.name(), "policy")) + " ON "
            + Names.of(Compose.object(table.schema(), table.name())) + " USING (" + condition.text() + ");"));
  }
}
