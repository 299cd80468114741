package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Advice.Step;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TablePlace;
import dev.ddlint.text.Order;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcollections.HashTreePSet;

/** A view that reads guarded tables with its owner's rights. */
@Rule("view-bypasses-row-security")
@Concerns(Effect.TENANCY)
public final class ViewBypassesRowSecurity implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    if (!schema.tenants().usesRowSecurity()) {
      return;
    }
    Set<String> exposed = RowSecurityTables.exposed(schema);
    Grants grants = new Grants(schema);
    schema.catalog().tables().values().stream().sorted(Order.by(view -> view.id().value()))
        .filter(view -> view.kind().isView() && view.isKnown() && !view.isTemporary() && !view.securityInvoker()
            && exposed.contains(view.schema()) && !grants.areTakenBack(view))
        .forEach(view -> guarded(view, schema.catalog(), new HashSet<>())
            .ifPresent(table -> report(view, table, schema, findings)));
  }

  /** The first guarded table that it reads, itself or through other views. */
  private static Optional<Table> guarded(Table view, Catalog catalog, Set<ObjectId> seen) {
    Collection<ObjectId> reads = catalog.reads().getOrDefault(view.id(), HashTreePSet.empty());
    return reads.stream().filter(seen::add).flatMap(id -> catalog.table(id).stream())
        .sorted(Order.by(table -> table.id().value()))
        .flatMap(table -> table.kind().isView()
            ? guarded(table, catalog, seen).stream()
            : Optional.of(table).filter(Table::rowSecurity).stream())
        .findFirst();
  }

  private static void report(Table view, Table table, Schema schema, Findings findings) {
    boolean materialized = view.kind() == Table.Kind.MATERIALIZED_VIEW;
    Findings.Report report = findings.report(TablePlace.of(view)).about(Subject.of(view))
        .says("view `%s` shows the rows of `%s` past its policies", view.displayName(), table.displayName())
        .fact("why", materialized
            ? "it holds what its owner saw, and a materialized view has no policies of its own"
            : "a view reads with its owner's rights, and the policies do not hold for the owner of `%s`",
            table.displayName())
        .related(TablePlace.of(table), "`%s` has row security", table.displayName());
    String name = Names.of(Compose.object(view.schema(), view.name()));
    String readers = ClientRoles.areUsed(schema) ? "anon, authenticated" : "PUBLIC";
    report.instead(new Advice(Advice.Kind.STAGED, List.of(materialized
        ? new Step("if clients must not read it", List.of("REVOKE ALL ON " + name + " FROM " + readers + ";"))
        : new Step("on PostgreSQL 15 and later",
            List.of("ALTER VIEW " + name + " SET (security_invoker = true);")))));
  }
}
