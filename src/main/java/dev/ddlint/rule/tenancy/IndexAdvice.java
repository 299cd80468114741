package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How to add an index that begins with the tenant, in the schema's own language. */
final class IndexAdvice {
  private static final Set<String> TIMES = Set.of("createdat", "created", "insertedat", "createdon", "createdtime");

  private final Schema schema;

  IndexAdvice(Schema schema) {
    this.schema = schema;
  }

  Advice of(Table table, Column key) {
    return new Advice(Advice.Kind.STAGED, List.of(step(table, columns(table, key))));
  }

  /** Most lists of a tenant show the newest first. */
  private static List<Column> columns(Table table, Column key) {
    List<Column> columns = new ArrayList<>(List.of(key));
    table.columns().stream().filter(column -> TIMES.contains(column.name().toLowerCase(Locale.ROOT).replace("_", "")))
        .findFirst().ifPresent(columns::add);
    return columns;
  }

  private Advice.Step step(Table table, List<Column> columns) {
    if (schema.kind() == Schema.Kind.PRISMA) {
      return new Advice.Step("in the model", List.of("@@index(["
          + String.join(", ", columns.stream().map(PrismaText::field).toList()) + "])"));
    }
    return step(table, columns.stream().map(Column::name).toList(), table.kind() == Table.Kind.PARTITIONED);
  }

  static Advice.Step step(Table table, List<String> columns, boolean partitioned) {
    String name = Names.chosen(table.name() + "_" + String.join("_", columns), "idx");
    String build = SqlPrinter.print(
        Compose.concurrentIndex(name, Compose.object(table.schema(), table.name()), false, columns));
    return partitioned
        ? new Advice.Step("in a migration of its own", List.of(build.replace("CONCURRENTLY ", "").replace(" ON ",
            " ON ONLY "),
            "-- then CREATE INDEX CONCURRENTLY on each partition, each alone and outside a transaction",
            "-- last ALTER INDEX " + Names.of(name) + " ATTACH PARTITION each of them"))
        : new Advice.Step("alone in its file, outside a transaction", List.of(build));
  }
}
