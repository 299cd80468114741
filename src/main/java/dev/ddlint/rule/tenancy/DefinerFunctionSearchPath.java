package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Function;
import dev.ddlint.catalog.tenancy.TenancyMode;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Advice.Step;
import dev.ddlint.finding.Level;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.text.Order;
import dev.ddlint.text.Place;
import dev.ddlint.text.Span;
import java.util.List;

/** A function that runs with its owner's rights, whose names the caller's search path decides. */
@Rule("definer-function-search-path")
@Concerns(Effect.TENANCY)
public final class DefinerFunctionSearchPath implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    if (schema.tenants().mode() == TenancyMode.NONE) {
      return;
    }
    schema.catalog().functions().values().stream()
        .sorted(Order.by(Function::schema).thenComparing(Function::signature))
        .filter(f -> !f.setsSearchPath() && !f.definition().sqlBody())
        .filter(f -> f.definition().securityDefiner() || schema.tenants().usesRowSecurity())
        .forEach(f -> report(f, findings));
  }

  private static void report(Function function, Findings findings) {
    boolean definer = function.definition().securityDefiner();
    Findings.Report report = findings.report(place(function)).about(Subject.function(function));
    if (definer) {
      report.says("`%s` runs with its owner's rights, and its caller decides what its names mean", function.name())
          .fact("why",
              "a caller who puts a schema of their own first in search_path has its tables and operators used with"
                  + " the owner's rights, past all policies");
    } else {
      report.level(Level.NOTE).says("what the names in `%s` mean depends on its caller's search path", function.name())
          .fact("why", "with another search_path it reads other tables than those that it was written for");
    }
    String name = Names.of(Compose.object(function.schema(), function.name()));
    String kind = function.definition().procedure() ? "PROCEDURE " : "FUNCTION ";
    report.instead(new Advice(Advice.Kind.STAGED, List.of(new Step("in a migration, with all names in the body"
        + " qualified", List.of("ALTER " + kind + name + " SET search_path = '';")))));
  }

  /** The statement up to its name: the body may be long. */
  private static Place place(Function function) {
    Place whole = function.origin().place();
    int end = function.definition().name().span().end();
    boolean inside = whole.span().start() < end && end <= whole.span().end();
    return inside ? new Place(whole.file(), new Span(whole.span().start(), end)) : whole;
  }
}
