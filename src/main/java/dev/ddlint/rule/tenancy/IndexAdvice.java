package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Fix;
import dev.ddlint.prisma.PrismaFixes;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.OnlineIndex;
import dev.ddlint.rule.PrismaText;
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

  /** Writes the advice, and in Prisma the fix. */
  void write(Findings.Report report, Table table, Column key) {
    List<Column> columns = columns(table, key);
    if (schema.kind() == Schema.Kind.PRISMA) {
      PrismaText prisma = new PrismaText(schema);
      List<String> fields = columns.stream().map(column -> prisma.field(table, column)).toList();
      report.instead(advice(new Advice.Step("in the model", List.of("@@index([" + String.join(", ", fields) + "])"))));
      prisma.mapped(table).ifPresent(mapped -> report.fix(
          new Fix("add the index", List.of(PrismaFixes.addIndex(mapped.model(), mapped.file(), fields)))));
    } else {
      report.instead(advice(OnlineIndex.step(schema, table, columns.stream().map(Column::name).toList())));
    }
  }

  private static Advice advice(Advice.Step step) {
    return new Advice(Advice.Kind.STAGED, List.of(step));
  }

  /** Most lists of a tenant show the newest first. */
  private static List<Column> columns(Table table, Column key) {
    List<Column> columns = new ArrayList<>(List.of(key));
    table.columns().stream().filter(column -> TIMES.contains(column.name().toLowerCase(Locale.ROOT).replace("_", "")))
        .findFirst().ifPresent(columns::add);
    return columns;
  }
}
