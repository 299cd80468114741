package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.ForeignKeyAdded;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.print.Compose;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Step;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a partitioned table in use gets a foreign key before PostgreSQL 18, which is the first to take NOT VALID there:
 * each partition gets its own, and the parent finds them validated (manual, section 5.12.2.2).
 */
final class PartitionedForeignKey {
  private final TableConstraint.ForeignKey clause;
  private final Context at;
  private final List<String> now = new ArrayList<>();
  private final List<String> next = new ArrayList<>();

  private PartitionedForeignKey(TableConstraint.ForeignKey clause, Context at) {
    this.clause = clause;
    this.at = at;
  }

  static Advice advice(ForeignKeyAdded added, TableConstraint.ForeignKey clause, Context at) {
    PartitionedForeignKey plan = new PartitionedForeignKey(clause, at);
    plan.partitions(added.table(), added.key().name());
    if (plan.now.isEmpty()) {
      plan.now.add("-- add it NOT VALID to each partition, which this history does not name");
      plan.next.add("-- VALIDATE CONSTRAINT on each of them");
    }
    TableConstraint whole = new TableConstraint.ForeignKey(Optional.of(Compose.name(added.key().name())),
        clause.columns(), clause.reference(), clause.period(), clause.deferral(), clause.notEnforced(), false,
        Span.NONE);
    plan.next.add(SqlPrinter.print(Compose.alter(name(added.table()),
        new TableAction.AddConstraint(whole, Span.NONE))) + "   -- finds them checked");
    return new Advice(Advice.Kind.SAME_END, List.of(new Advice.Step("in this migration", List.copyOf(plan.now)),
        new Advice.Step(at.transaction().next(), List.copyOf(plan.next))));
  }

  private void partitions(Table parent, String key) {
    for (Table partition : at.before().catalog().heirs(parent)) {
      if (partition.kind() == Table.Kind.PARTITIONED) {
        partitions(partition, key);
      } else {
        now.add(SqlPrinter.print(Compose.alter(name(partition), Compose.notValid(clause, key))));
        next.add(SqlPrinter.print(Compose.alter(name(partition), Compose.validate(key))));
      }
    }
  }

  private static ObjectName name(Table table) {
    return Compose.object(table.schema(), table.name());
  }
}
