package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.IndexDropped;
import dev.ddlint.catalog.Change.OfTable;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Fix;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.Drop;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.physics.LockMode;
import dev.ddlint.print.Compose;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Context.Reach.Answer;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.SharedTransaction;
import dev.ddlint.rule.Step;
import dev.ddlint.rule.Subject;
import dev.ddlint.text.Edit;
import dev.ddlint.text.Place;
import java.util.List;
import java.util.Optional;

/** DROP INDEX on a table in use: reads and writes wait behind its lock. */
@Rule("blocking-index-drop")
@Concerns(Effect.LOCK)
public final class BlockingIndexDrop implements ChangeRule<IndexDropped> {

  @Override
  public void check(IndexDropped dropped, Context at, Findings findings) {
    if (dropped.concurrently() || dropped.cascade() || isNew(dropped, at) || isBound(dropped, at)
        || isLockedAnyway(dropped, at)) {
      return;
    }
    Optional<Table> table = dropped.table();
    Findings.Report report = findings.report(dropped.span()).effects(at.effects())
        .about(dropped.index().map(Subject::of).orElse(new ObjectPath("index", dropped.name())))
        .says("dropping `%s` locks %s against all reads and writes", dropped.name(),
            table.map(t -> "`" + t.displayName() + "`").orElse("its table"));
    if (table.isEmpty()) {
      report.fact("not seen", "the index is not in this history, nor the table that it is on");
    }
    ObjectName index = dropped.index().map(i -> Compose.object(i.schema(), i.name()))
        .orElse(ObjectName.of(dropped.name()));
    report.instead(new Advice(Advice.Kind.SAME_END, List.of(new Advice.Step(at.transaction().wayOut(),
        List.of(SqlPrinter.print(Compose.dropIndex(index, true)))))));
    fix(dropped, at).ifPresent(report::fix);
  }

  /** Only an index that is known, alone in its statement: CONCURRENTLY is refused for several, and for some kinds. */
  private static Optional<Fix> fix(IndexDropped dropped, Context at) {
    boolean possible = at.transaction().answer() == Answer.OUTSIDE && dropped.index().isPresent()
        && dropped.table().isPresent() && at.statement() instanceof Drop drop && drop.targets().size() == 1;
    return possible
        ? Optional.of(new Fix("drop the index CONCURRENTLY",
            List.of(new Edit(new Place(at.file(), ((Drop) at.statement()).concurrentlyAt()), " CONCURRENTLY"))))
        : Optional.empty();
  }

  private static boolean isNew(IndexDropped dropped, Context at) {
    return dropped.table().filter(at::isNew).isPresent()
        || dropped.index().filter(index -> index.origin().migration() == at.before().migration()).isPresent();
  }

  /** One that keeps a constraint or belongs to a partitioned table's index cannot be dropped so, or not alone. */
  private static boolean isBound(IndexDropped dropped, Context at) {
    Optional<Index> index = dropped.index();
    return dropped.table().filter(table -> table.kind() == Table.Kind.PARTITIONED).isPresent()
        || index.filter(i -> i.constraint().isPresent() || at.before().catalog().copies().containsKey(i.id()))
            .isPresent();
  }

  /** Another statement of the transaction locks the table in the same way: the drop adds nothing to the wait. */
  private static boolean isLockedAnyway(IndexDropped dropped, Context at) {
    return dropped.table().isPresent() && SharedTransaction.of(at.day()).stream()
        .filter(transaction -> transaction.steps().contains(at.step())).flatMap(t -> t.steps().stream())
        .filter(step -> changes(step, dropped.table().get()))
        .anyMatch(step -> step.effects().lockOn(dropped.table().get()).filter(LockMode::blocksReads).isPresent());
  }

  private static boolean changes(Step step, Table table) {
    return step.changes().stream()
        .anyMatch(change -> change instanceof OfTable other && other.table().id().equals(table.id()));
  }
}
