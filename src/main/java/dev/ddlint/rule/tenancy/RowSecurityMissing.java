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
import dev.ddlint.text.Order;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A table beside guarded ones that is not guarded: all of its rows are open to whoever may use it. */
@Rule("row-security-missing")
@Concerns(Effect.TENANCY)
@Option(name = "schemas", kind = Option.Kind.LIST, value = "", says = "further schemas that clients reach, besides public and those in which a table has row security")
public final class RowSecurityMissing implements SchemaRule {
  private static final int NAMED = 3;

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
    Grants grants = new Grants(schema);
    RowSecurityTables.certain(schema)
        .filter(table -> !table.rowSecurity() && table.policies().isEmpty() && exposed.contains(table.schema()))
        .filter(table -> holdsRowsOfSomebody(table, schema) && !grants.areTakenBack(table))
        .forEach(table -> report(table, schema, findings));
    parts(schema, exposed, grants).forEach((whole, parts) -> report(parts, whole, findings));
  }

  /** The parts within reach of each guarded table; an audit speaks of all at the first, a review of each new one. */
  private static Map<Table, List<Table>> parts(Schema schema, Set<String> exposed, Grants grants) {
    Map<Table, List<Table>> parts = new LinkedHashMap<>();
    Stream<Table> asked = schema.audit() ? schema.catalog().tables().values().stream() : schema.tables().stream();
    asked.filter(part -> part.kind() == Table.Kind.PARTITION && !part.rowSecurity() && part.policies().isEmpty()
        && exposed.contains(part.schema()) && grants.reach(part))
        .sorted(Order.by(part -> part.id().value()))
        .forEach(part -> guardedWhole(part, schema)
            .ifPresent(whole -> parts.computeIfAbsent(whole, w -> new ArrayList<>()).add(part)));
    return parts;
  }

  /** The guarded table that it is a part of. */
  private static Optional<Table> guardedWhole(Table part, Schema schema) {
    return part.parents().stream().flatMap(id -> schema.catalog().table(id).stream())
        .flatMap(whole -> whole.rowSecurity() ? Stream.of(whole) : guardedWhole(whole, schema).stream()).findFirst();
  }

  /** What all tenants share is open on purpose, unless clients come straight to the database. */
  private static boolean holdsRowsOfSomebody(Table table, Schema schema) {
    boolean machinery = table.name().contains("migration");
    boolean shared = schema.tenancy().filter(model -> model.is(table, ScopeClass.SHARED)).isPresent();
    return !machinery && (!shared || ClientRoles.areUsed(schema));
  }

  private static void report(Table table, Schema schema, Findings findings) {
    findings.report(TablePlace.of(table)).about(Subject.of(table))
        .says("every row of `%s` is open to whoever may use the table: row security is not enabled",
            table.displayName())
        .fact("why", "other tables of this database have row security; this one answers everybody with all of its rows")
        .instead(new Advice(Advice.Kind.STAGED, List.of(
            new Step("in this migration",
                List.of(enable(table))),
            TenantCondition.of(schema, table).map(condition -> policy(table, condition)).orElseGet(
                () -> new Step("with it", List.of("-- a policy for each role and command that is to see rows: none is"
                    + " seen without one"))))));
  }

  private static Step policy(Table table, TenantCondition condition) {
    return new Step("with it, " + PolicyAdvice.when(condition), List.of(
        "CREATE POLICY " + Names.of(Names.chosen(table.name(), "policy")) + " ON "
            + Names.of(Compose.object(table.schema(), table.name())) + " USING (" + condition.text() + ");"));
  }

  private static void report(List<Table> parts, Table whole, Findings findings) {
    Table part = parts.get(0);
    Findings.Report report = findings.report(TablePlace.of(part)).about(Subject.of(part))
        .says("every row of `%s` is open to whoever names it: the policies of `%s` guard `%s` alone",
            part.displayName(), whole.displayName(), whole.displayName())
        .fact("why", "a query of a partition asks the partition's own policies, and it has no row security");
    if (parts.size() > 1) {
      report.fact("with it", "the same holds of %s", names(parts.subList(1, parts.size())));
    }
    report.related(TablePlace.of(whole), "`%s` has row security", whole.displayName())
        .instead(new Advice(Advice.Kind.STAGED, List.of(
            new Step("in this migration", List.of(enable(part))),
            new Step("with it", List.of("-- no policy is needed: rows are still read and written through "
                + whole.displayName())))));
  }

  private static String names(List<Table> parts) {
    String named = String.join(", ",
        parts.stream().limit(NAMED).map(part -> "`" + part.displayName() + "`").toList());
    return parts.size() <= NAMED ? named : named + " and " + (parts.size() - NAMED) + " more";
  }

  private static String enable(Table table) {
    TableAction enable = new TableAction.RowSecurity(Switch.ENABLE, Span.NONE);
    return SqlPrinter.print(Compose.alter(Compose.object(table.schema(), table.name()), enable));
  }
}
