package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.CheckAdded;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.physics.Effects;
import dev.ddlint.physics.Work;
import dev.ddlint.print.Compose;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.EmptiedTable;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ADD CHECK that is tried on all rows at once: the table is read while everybody waits. */
@Rule("validating-check")
@Concerns({Effect.LOCK, Effect.SCAN, Effect.DATA_FAILURE})
public final class ValidatingCheck implements ChangeRule<CheckAdded> {

  @Override
  public void check(CheckAdded added, Context at, Findings findings) {
    if (at.isNew(added.table())
        || EmptiedTable.isFree(added.table(), at)) {
      return;
    }
    Effects effects = at.effects();
    if (effects.work().kind() != Work.Kind.SCAN) {
      return;
    }
    String table = added.table().displayName();
    Findings.Report report = findings.report(added.span())
        .about(Subject.constraint(added.table(), added.check().name()))
        .says("adding check `%s` scans `%s` while all reads and writes wait", added.check().name(), table)
        .effects(effects);
    if (effects.failure().isEmpty()) {
      report.fact("why", "the column is new and holds no value, so nothing can fail; every row is read all the same");
    }
    report.instead(advice(added, at));
    NotValid.fix(added.table(), added.span(), at).ifPresent(report::fix);
  }

  private static Advice advice(CheckAdded added, Context at) {
    ObjectName table = Compose.object(added.table().schema(), added.table().name());
    Constraint.Check check = added.check();
    List<String> now = new ArrayList<>();
    ColumnAlone.without(added.span(), at).ifPresent(now::add);
    now.add(SqlPrinter.print(Compose.alter(table, new TableAction.AddConstraint(new TableConstraint.Check(
        Optional.of(Compose.name(check.name())), check.condition(), check.noInherit(), false, true, Span.NONE),
        Span.NONE))));
    return new Advice(Advice.Kind.SAME_END, List.of(new Advice.Step("in this migration", List.copyOf(now)),
        new Advice.Step(at.transaction().next(),
            List.of(SqlPrinter.print(Compose.alter(table, Compose.validate(check.name())))))));
  }
}
