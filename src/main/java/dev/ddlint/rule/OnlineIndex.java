package dev.ddlint.rule;

import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import java.util.List;

/** How a table in use gets an index: the step of an advice that writers do not wait for. */
public final class OnlineIndex {

  private OnlineIndex() {}

  /** CONCURRENTLY is refused on a partitioned table: there the index is put together from those of the partitions. */
  public static Advice.Step step(Schema schema, Table table, List<String> columns) {
    return step(schema.runner().wayOut(), table, columns);
  }

  /** @param wayOut where a statement belongs that may not run in a transaction */
  public static Advice.Step step(String wayOut, Table table, List<String> columns) {
    String name = Names.chosen(table.name() + "_" + String.join("_", columns), "idx");
    ObjectName on = Compose.object(table.schema(), table.name());
    return table.kind() == Table.Kind.PARTITIONED
        ? new Advice.Step("in a migration of its own",
            List.of(SqlPrinter.print(Compose.indexOnParentOnly(name, on, columns)),
                "-- then CREATE INDEX CONCURRENTLY on each partition, each alone and outside a transaction",
                "-- last ALTER INDEX " + Names.of(name) + " ATTACH PARTITION each of them"))
        : new Advice.Step(wayOut,
            List.of(SqlPrinter.print(Compose.concurrentIndex(name, on, false, columns))));
  }
}
