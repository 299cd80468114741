package dev.ddlint.rule.design;

import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Level;
import dev.ddlint.print.Compose;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import java.util.Locale;

/** A constraint that was added NOT VALID, and that no migration has validated since. */
@Rule("never-validated-constraint")
@Concerns(Effect.DATA_FAILURE)
public final class NeverValidatedConstraint implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    for (Table table : schema.tables()) {
      // What dynamic SQL may have validated is not known to be open.
      if (table.kind() != Table.Kind.PARTITION && !schema.catalog().isUncertain(table)) {
        table.constraints().stream().filter(c -> !c.validated() && isEnforced(c))
            .forEach(constraint -> report(schema, table, constraint, findings));
      }
    }
  }

  private static boolean isEnforced(Constraint constraint) {
    return switch (constraint) {
      case Constraint.ForeignKey key -> key.enforced();
      case Constraint.Check check -> !check.origin().place().text().toUpperCase(Locale.ROOT).contains("NOT ENFORCED");
      default -> true;
    };
  }

  private static void report(Schema schema, Table table, Constraint constraint, Findings findings) {
    boolean last = constraint.origin().migration() == schema.runner().newest();
    Findings.Report report = findings.report(constraint.origin().place())
        .about(Subject.constraint(table, constraint.name()))
        .says("rows that were there before `%s` were never checked against it", constraint.name());
    if (last) {
      report.level(Level.NOTE).fact("why", "it was added NOT VALID in the newest migration: the next one validates it");
    } else {
      report.fact("why",
          "it was added NOT VALID, and no later migration validates it; the planner does not rely on it");
    }
    report.instead(Advice.of(Advice.Kind.STAGED, "in a later migration", SqlPrinter.print(
        Compose.alter(Compose.object(table.schema(), table.name()), Compose.validate(constraint.name())))));
  }
}
