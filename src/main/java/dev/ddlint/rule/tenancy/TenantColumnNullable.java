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
  /** As many are told one by one, and named. */
  private static final int FEW = 3;

  @Override
  public void check(Schema schema, Findings findings) {
    List<Scoped> all = schema.audit() ? Scoped.everywhere(schema).toList() : Scoped.all(schema).toList();
    List<Scoped> nullable = all.stream()
        .filter(scoped -> !scoped.key().notNull() && !scoped.isRecord() && !hasAnotherOwner(scoped)).toList();
    if (schema.audit() && nullable.size() > FEW && nullable.size() * 2 > all.size()) {
      summarise(nullable, all.size(), findings);
    } else {
      nullable.forEach(scoped -> report(scoped, findings));
    }
  }

  /** Where most tables have it so that is how the schema is made: NULL is a tenant of its own there. */
  private static void summarise(List<Scoped> nullable, int all, Findings findings) {
    Scoped first = nullable.get(0);
    Findings.Report report = findings.report(place(first)).about(Subject.column(first.table(), first.key().name()))
        .says("rows of %d tables may have no tenant: `%s` is nullable in most that hold it", nullable.size(),
            first.key().name())
        .fact("why", "%d of %d tables; a row without a tenant is everybody's or nobody's, as each query happens to be"
            + " written", nullable.size(), all);
    nullable.stream().skip(1).limit(FEW).forEach(scoped -> report.related(place(scoped), "in `%s`",
        scoped.table().displayName()));
    TenantPlaces.relate(report, first.schema(), first.model());
    report.instead(advice(first));
  }

  /** A CHECK over the key and another column says that one of the two owns the row. */
  private static boolean hasAnotherOwner(Scoped scoped) {
    return scoped.table().constraints(Check.class).stream()
        .anyMatch(check -> check.columns().size() > 1 && check.columns().contains(scoped.key().number()));
  }

  private static void report(Scoped scoped, Findings findings) {
    String table = scoped.table().displayName();
    String key = scoped.key().name();
    Findings.Report report = findings.report(place(scoped)).about(Subject.column(scoped.table(), key))
        .says("a row of `%s` may have no tenant: `%s` is nullable", table, key)
        .fact("why",
            "such a row is everybody's or nobody's, as each query happens to be written; if NULL means that all"
                + " share it, say so in the suppression");
    TenantPlaces.relate(report, scoped.schema(), scoped.model());
    report.instead(advice(scoped));
  }

  private static Place place(Scoped scoped) {
    Place made = scoped.key().nullability().place();
    return made.span().isEmpty() ? scoped.key().origin().place() : made;
  }

  private static Advice advice(Scoped scoped) {
    return new Advice(Advice.Kind.STAGED, scoped.schema().kind() == Schema.Kind.PRISMA
        ? List.of(new Step("in the model, when all rows have one",
            List.of("make " + new PrismaText(scoped.schema()).field(scoped.table(), scoped.key()) + " required")))
        : sql(scoped));
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
