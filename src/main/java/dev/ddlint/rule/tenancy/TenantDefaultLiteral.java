package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Advice.Step;
import dev.ddlint.ir.Expression;
import dev.ddlint.parse.tree.Tree;
import dev.ddlint.parse.tree.TreeReader;
import dev.ddlint.print.Compose;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.text.Place;
import java.util.List;
import java.util.Optional;

/** A tenant's key that falls to one fixed tenant when nobody names one. */
@Rule("tenant-default-literal")
@Concerns(Effect.TENANCY)
public final class TenantDefaultLiteral implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    Scoped.all(schema).forEach(scoped -> scoped.key().defaultValue().filter(TenantDefaultLiteral::isConstant)
        .ifPresent(value -> report(scoped, value, findings)));
  }

  /** The value, where it stands with the column; else the column. */
  private static Place place(Column column, Expression value) {
    Place made = column.origin().place();
    return made.span().contains(value.span()) && !value.span().isEmpty() ? new Place(made.file(), value.span()) : made;
  }

  private static boolean isConstant(Expression value) {
    Optional<Tree> tree = TreeReader.expression(value);
    return tree.filter(t -> t instanceof Tree.Literal).isPresent();
  }

  private static void report(Scoped scoped, Expression value, Findings findings) {
    String key = scoped.key().name();
    Findings.Report report = findings.report(place(scoped.key(), value))
        .about(Subject.column(scoped.table(), key))
        .says("a row of `%s` that names no tenant goes to tenant %s", scoped.table().displayName(), value.text())
        .fact("why", "an INSERT that forgets `%s` gives its row to a tenant that did not write it, instead of failing",
            key);
    TenantPlaces.relate(report, scoped.schema(), scoped.model());
    if (scoped.schema().kind() == Schema.Kind.MIGRATIONS) {
      report.instead(new Advice(Advice.Kind.STAGED, List.of(new Step("when all code names it", List.of(SqlPrinter.print(
          Compose.alter(Compose.object(scoped.table().schema(), scoped.table().name()), Compose.dropDefault(key))))))));
    }
  }
}
