package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.PartitionAttached;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.TableAction;
import dev.ddlint.physics.Effects;
import dev.ddlint.physics.PartitionBound;
import dev.ddlint.physics.Work;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Step;
import dev.ddlint.rule.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ATTACH PARTITION of a table with rows: they are read to see whether they fit, while nobody reads or writes it. */
@Rule("scanning-partition-attach")
@Concerns({Effect.LOCK, Effect.SCAN, Effect.DATA_FAILURE})
public final class ScanningPartitionAttach implements ChangeRule<PartitionAttached> {

  @Override
  public void check(PartitionAttached attached, Context at, Findings findings) {
    Effects effects = at.effects();
    List<Table> read = effects.work().readWhole().stream().filter(table -> !at.isNew(table)).distinct().toList();
    if (read.isEmpty()) {
      return;
    }
    String partition = attached.partition().displayName();
    boolean itself = read.stream().anyMatch(table -> table.id().equals(attached.partition().id()));
    boolean indexed = effects.work().kind() == Work.Kind.INDEX_BUILD;
    Findings.Report report = findings.report(attached.span()).about(Subject.of(attached.partition()));
    if (itself) {
      report.says("attaching `%s` %s while all reads and writes of it wait", partition,
          indexed ? "builds its missing indexes" : "scans it");
    } else {
      report.says("attaching `%s` scans the default partition `%s` while all reads and writes of it wait", partition,
          read.get(0).displayName());
    }
    effects.unseen().ifPresent(unseen -> report.fact("depends", "on %s", unseen));
    report.effects(effects).instead(advice(attached, at, itself, indexed));
  }

  private static Advice advice(PartitionAttached attached, Context at, boolean itself, boolean indexed) {
    ObjectName partition = name(attached.partition());
    Optional<TableAction.AttachPartition> action = action(attached, at);
    Optional<String> condition = action.flatMap(TableAction.AttachPartition::bound)
        .flatMap(bound -> PartitionBound.condition(attached.table(), bound));
    if (!itself || action.isEmpty()) {
      return new Advice(Advice.Kind.NONE, List.of());
    }
    List<Advice.Step> steps = new ArrayList<>();
    if (indexed) {
      steps.add(new Advice.Step(at.transaction().wayOut(),
          List.of("-- build each index of " + Names.of(name(attached.table())) + " CONCURRENTLY on "
              + Names.of(partition))));
    }
    String check = Names.chosen(attached.partition().name(), "bounds");
    steps.add(new Advice.Step("in this migration", List.of(condition
        .map(text -> SqlPrinter.print(Compose.alter(partition, Compose.check(check, Expression.of(text)))))
        .orElse("-- ALTER TABLE " + Names.of(partition) + " ADD CONSTRAINT " + Names.of(check)
            + " CHECK (the bounds, and the key IS NOT NULL) NOT VALID;"))));
    steps.add(new Advice.Step(at.transaction().next(), List.of(
        SqlPrinter.print(Compose.alter(partition, Compose.validate(check))),
        SqlPrinter.print(Compose.alter(name(attached.table()), action.get())) + "   -- no scan: the check proves it",
        SqlPrinter.print(Compose.alter(partition, Compose.dropConstraint(check))))));
    return new Advice(Advice.Kind.SAME_END, List.copyOf(steps));
  }

  private static Optional<TableAction.AttachPartition> action(PartitionAttached attached, Context at) {
    return at.statement() instanceof AlterTable alter
        ? alter.actions().stream().filter(action -> action.span().equals(attached.span()))
            .filter(TableAction.AttachPartition.class::isInstance).map(TableAction.AttachPartition.class::cast)
            .findFirst()
        : Optional.empty();
  }

  private static ObjectName name(Table table) {
    return Compose.object(table.schema(), table.name());
  }
}
