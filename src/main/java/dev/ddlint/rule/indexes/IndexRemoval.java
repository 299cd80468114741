package dev.ddlint.rule.indexes;

import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.print.Compose;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.Schema;

/** How an index that nobody needs goes away, in the schema's own language. */
final class IndexRemoval {

  private IndexRemoval() {}

  static Advice advice(Schema schema, Table table, Index index) {
    if (schema.isPrisma()) {
      return Advice.of(Advice.Kind.SAME_END, "in the model", "take the line away");
    }
    if (index.constraint().isPresent()) {
      ObjectName name = Compose.object(table.schema(), table.name());
      return Advice.of(Advice.Kind.SAME_END, "in a migration of its own, with a lock_timeout",
          SqlPrinter.print(Compose.alter(name, Compose.dropConstraint(index.name()))));
    }
    // The server refuses CONCURRENTLY for the index of a partitioned table.
    boolean concurrently = table.kind() != Table.Kind.PARTITIONED;
    String drop = SqlPrinter.print(Compose.dropIndex(Compose.object(index.schema(), index.name()), concurrently));
    return Advice.of(Advice.Kind.SAME_END,
        concurrently ? schema.runner().wayOut() : "in a migration of its own, with a lock_timeout", drop);
  }
}
