package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.KeyAdded;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.Deferral;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.Context;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a partitioned table in use gets a primary key or unique constraint: USING INDEX is refused there, so each
 * partition gets its own and the parent's is put together from them (manual, section 5.12.2.2).
 */
final class PartitionedKey {
  private final KeyAdded added;
  private final Context at;
  private final List<String> parents = new ArrayList<>();
  private final List<String> builds = new ArrayList<>();
  private final List<String> last = new ArrayList<>();

  private PartitionedKey(KeyAdded added, Context at) {
    this.added = added;
    this.at = at;
  }

  static Advice advice(KeyAdded added, Context at) {
    PartitionedKey plan = new PartitionedKey(added, at);
    plan.add(added.table(), added.key().name());
    if (plan.builds.isEmpty()) {
      plan.builds.add("-- the same with CONCURRENTLY on each partition: this history does not name them");
      plan.last.add("-- ADD CONSTRAINT ... USING INDEX on each, then ALTER INDEX " + Names.of(added.key().name())
          + " ATTACH PARTITION each");
    }
    return new Advice(Advice.Kind.SAME_END,
        List.of(new Advice.Step("first, at once", List.copyOf(plan.parents)),
            new Advice.Step("then each " + at.transaction().wayOut(), List.copyOf(plan.builds)),
            new Advice.Step("last, at once", List.copyOf(plan.last))));
  }

  private void add(Table parent, String name) {
    TableAction constraint = new TableAction.AddConstraint(new TableConstraint.Unique(
        Optional.of(Compose.name(name)), added.key().primary(),
        Compose.names(added.table().names(added.key().columns())),
        added.clause().map(TableConstraint.Unique::include).orElse(List.of()), added.key().nullsNotDistinct(), false,
        Optional.empty(), Deferral.NONE, Span.NONE), Span.NONE);
    parents.add(SqlPrinter.print(new AlterTable(ObjectKind.TABLE, Compose.object(parent.schema(), parent.name()),
        false, true, List.of(constraint), Span.NONE)));
    at.before().catalog().heirs(parent).forEach(partition -> addPart(parent, name, partition));
  }

  private void addPart(Table parent, String name, Table partition) {
    String part = Names.chosen(partition.name(), name);
    if (partition.kind() == Table.Kind.PARTITIONED) {
      add(partition, part);
    } else {
      builds.add(SqlPrinter.print(OnlineKey.index(added, partition, part)));
      last.add(SqlPrinter.print(Compose.alter(Compose.object(partition.schema(), partition.name()),
          Compose.keyUsingIndex(part, added.key().primary(), part, Deferral.NONE))));
    }
    last.add(SqlPrinter.print(Compose.attachIndex(Compose.object(parent.schema(), name),
        Compose.object(partition.schema(), part))));
  }
}
