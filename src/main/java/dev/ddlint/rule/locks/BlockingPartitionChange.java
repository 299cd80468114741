package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Change.PartitionDetached;
import dev.ddlint.catalog.Change.TableCreated;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.TableAction;
import dev.ddlint.physics.PartitionBound;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.On;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Step;
import dev.ddlint.rule.Subject;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** A partition that comes or goes by a form that locks the whole partitioned table. */
@Rule("blocking-partition-change")
@Concerns({Effect.LOCK, Effect.SCAN})
@On({PartitionDetached.class, TableCreated.class})
public final class BlockingPartitionChange implements ChangeRule<Change> {

  @Override
  public void check(Change change, Context at, Findings findings) {
    switch (change) {
      case PartitionDetached detached -> detached(detached, at, findings);
      case TableCreated created -> created.statement().filter(s -> s.partitionOf().isPresent())
          .ifPresent(statement -> created(created, statement, at, findings));
      default -> {
      }
    }
  }

  private static void detached(PartitionDetached detached, Context at, Findings findings) {
    if (detached.concurrently() || at.isNew(detached.table()) || at.isNew(detached.partition())) {
      return;
    }
    String parent = detached.table().displayName();
    boolean hasDefault = at.before().catalog().heirs(detached.table()).stream().anyMatch(PartitionBound::isDefault);
    Findings.Report report = findings.report(detached.span()).about(Subject.of(detached.partition()))
        .says("detaching `%s` locks all of `%s` against reads and writes", detached.partition().displayName(), parent)
        .effects(at.effects());
    if (hasDefault) {
      report.fact("why", "`%s` has a default partition, and CONCURRENTLY is refused beside one", parent)
          .instead(new Advice(Advice.Kind.NONE, List.of()));
      return;
    }
    report.instead(concurrently(detached, at));
  }

  /** The server puts a check with the bounds on a partition that it detaches so (manual, ALTER TABLE). */
  private static Advice concurrently(PartitionDetached detached, Context at) {
    ObjectName partition = name(detached.partition());
    TableAction detach = new TableAction.DetachPartition(partition, true, false, Span.NONE);
    List<String> key = PartitionBound.key(detached.table());
    String check = key.size() == 1
        ? SqlPrinter.print(Compose.alter(partition,
            Compose.dropConstraint(Names.chosen(detached.partition().name() + "_" + key.get(0), "check"))))
        : "-- drop the check that the server leaves on " + Names.of(partition);
    return new Advice(Advice.Kind.SAME_END,
        List.of(new Advice.Step(at.transaction().wayOut(),
            List.of(SqlPrinter.print(Compose.alter(name(detached.table()), detach)))),
            new Advice.Step(at.transaction().next(), List.of(check))));
  }

  private static void created(TableCreated created, CreateTable statement, Context at, Findings findings) {
    Optional<Table> parent = created.table().parents().stream()
        .flatMap(id -> at.after().catalog().table(id).stream()).findFirst();
    if (parent.isEmpty() || at.isNew(parent.get())) {
      return;
    }
    Findings.Report report = findings.report(statement.name().span()).about(Subject.of(created.table()))
        .says("creating partition `%s` locks all of `%s` against reads and writes", created.table().displayName(),
            parent.get().displayName())
        .effects(at.effects());
    report.instead(apart(created, statement, parent.get(), at));
  }

  /** ATTACH PARTITION takes a lock that lets reads and writes through (manual, section 5.12.2.2). */
  private static Advice apart(TableCreated created, CreateTable statement, Table parent, Context at) {
    String text = at.file().text();
    String like = "LIKE " + Names.of(name(parent)) + " INCLUDING DEFAULTS INCLUDING CONSTRAINTS"
        + (parent.columns().stream().anyMatch(BlockingPartitionChange::isComputed) ? " INCLUDING GENERATED" : "");
    String by = statement.partitionBy().map(p -> " " + p.span().of(text)).orElse("");
    TableAction attach = new TableAction.AttachPartition(name(created.table()),
        Optional.of(statement.partitionOf().orElseThrow().bound()), Span.NONE);
    return new Advice(Advice.Kind.SAME_END, List.of(new Advice.Step("in this migration",
        List.of("CREATE TABLE " + Names.of(name(created.table())) + " (" + like + ")" + by + ";",
            SqlPrinter.print(Compose.alter(name(parent), attach))))));
  }

  private static boolean isComputed(Column column) {
    return column.generation() == Column.Generation.STORED || column.generation() == Column.Generation.VIRTUAL;
  }

  private static ObjectName name(Table table) {
    return Compose.object(table.schema(), table.name());
  }
}
