package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Constraint.Check;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Advice.Step;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.PrismaText;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.text.Place;
import java.util.List;

/** A tenant's key that may be NULL. */
@Rule("tenant-column-nullable")
@Concerns(Effect.TENANCY)
public final class TenantColumnNullable implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    Scoped.all(schema).filter(scoped -> !scoped.key().notNull() && !scoped.isRecord() && !hasAnotherOwner(scoped))
        .forEach(scoped -> report(scoped, findings));
  }

  /** A CHECK over the key and another column says that one of the two owns the row. */
  private static boolean hasAnotherOwner(Scoped scoped) {
    return scoped.table().constraints(Check.class).stream()
        .anyMatch(check -> check.columns().size() > 1 && check.columns().contains(scoped.key().number()));
  }

  private static void report(Scoped scoped, Findings findings) {
    String table = scoped.table().displayName();
    String key = scoped.key().name();
    Place made = scoped.key().nullability().place();
    Findings.Report report = findings.report(made.span().isEmpty() ? scoped.key().origin().place() : made)
        .about(Subject.column(scoped.table(), key))
        .says("a row of `%s` may have no tenant: `%s` is nullable", table, key)
        .fact("why",
            "such a row is everybody's or nobody's, as each query happens to be written; if NULL means that all"
                + " share it, say so in the suppression");
    TenantPlaces.relate(report, scoped.schema(), scoped.model());
    report.instead(new Advice(Advice.Kind.STAGED, scoped.schema().kind() == Schema.Kind.PRISMA
        ? List.of(new Step("in the model, when all rows have one",
            List.of("-- make " + new PrismaText(scoped.schema()).field(scoped.table(), scoped.key()) + " required")))
        : sql(scoped)));
  }

  private static List<Step> sql(Scoped scoped) {
    ObjectName name = Compose.object(scoped.table().schema(), scoped.table().name());
    String key = scoped.key().name();
    String check = Names.chosen(scoped.table().name() + "_" + key, "not_null");
    return List.of(
        new Step("when all rows have one",
            List.of(SqlPrinter.print(Compose.alter(name, Compose.notNullCheck(check, key))))),
        new Step("in the next one", List.of(SqlPrinter.print(Compose.alter(name, Compose.validate(check))),
            SqlPrinter.print(Compose.alter(name, Compose.setNotNull(key))),
            SqlPrinter.print(Compose.alter(name, Compose.dropConstraint(check))))));
  }
}
