package dev.ddlint.rule.design;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Level;
import dev.ddlint.ir.Deferral;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.PrismaText;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TablePlace;
import java.util.List;
import java.util.Optional;

/** A table without a primary key: no row of it can be named. */
@Rule("missing-primary-key")
@Concerns(Effect.SCHEMA_STATE)
public final class MissingPrimaryKey implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    for (Table table : schema.tables()) {
      if (table.primaryKey().isEmpty() && isOwn(table) && table.isComplete() && !schema.catalog().isUncertain(table)) {
        report(schema, table, findings);
      }
    }
  }

  /** A partition's key is its parent's; an heir, a foreign table and a table without columns have another purpose. */
  private static boolean isOwn(Table table) {
    boolean kind = table.kind() == Table.Kind.ORDINARY || table.kind() == Table.Kind.PARTITIONED;
    return kind && table.parents().isEmpty() && !table.columns().isEmpty() && !isPrismas(table);
  }

  /** What Prisma before version 6 made for a relation of lists: its pair is unique. */
  private static boolean isPrismas(Table table) {
    return table.name().startsWith("_") && table.columns().size() == 2 && table.column("A").isPresent()
        && table.column("B").isPresent();
  }

  private static void report(Schema schema, Table table, Findings findings) {
    Optional<Index> unique = new UniqueIndexes(schema.catalog(), table).identifying();
    Findings.Report report = findings.report(TablePlace.of(table)).about(Subject.of(table));
    if (unique.isPresent()) {
      List<Column> columns = unique.get().columns().orElse(List.of()).stream()
          .flatMap(number -> table.column(number).stream()).toList();
      report.level(Level.NOTE)
          .says("`%s` has no primary key, though `%s` could be it", table.displayName(), unique.get().name())
          .fact("why", "replication and tools look for the primary key, and foreign keys refer to it by default")
          .related(unique.get().origin().place(), "`%s` is unique and never NULL", unique.get().name())
          .instead(schema.isPrisma() ? prisma(schema, table, columns) : promote(schema, table, columns));
    } else {
      report.says("rows of `%s` cannot be told apart: it has no primary key", table.displayName())
          .fact("why",
              "logical replication refuses its updates and deletes (55000), and a row that is there twice cannot"
                  + " be deleted once");
      if (schema.isPrisma()) {
        report.instead(Advice.of(Advice.Kind.STAGED, "in the model", "id BigInt @id @default(autoincrement())"));
      } else {
        report.instead(identity(table));
      }
    }
  }

  private static Advice prisma(Schema schema, Table table, List<Column> columns) {
    PrismaText text = new PrismaText(schema);
    String fields = String.join(", ", columns.stream().map(column -> text.field(table, column)).toList());
    return Advice.of(Advice.Kind.STAGED, "in the model, in place of @@unique", "@@id([" + fields + "])");
  }

  /** The columns are NOT NULL already, so that the key takes the index over without reading the table. */
  private static Advice promote(Schema schema, Table table, List<Column> columns) {
    ObjectName name = Compose.object(table.schema(), table.name());
    String key = Names.chosen(table.name(), "pkey");
    List<String> names = columns.stream().map(Column::name).toList();
    boolean concurrently = table.kind() != Table.Kind.PARTITIONED;
    return concurrently
        ? new Advice(Advice.Kind.STAGED, List.of(
            new Advice.Step(schema.runner().wayOut(),
                List.of(SqlPrinter.print(Compose.concurrentIndex(key, name, true, names)))),
            new Advice.Step("in the next one", List.of(
                SqlPrinter.print(Compose.alter(name, Compose.keyUsingIndex(key, true, key, Deferral.NONE)))))))
        : Advice.of(Advice.Kind.STAGED, "where the table is small",
            SqlPrinter.print(Compose.alter(name, Compose.primaryKey(key, names))));
  }

  private static Advice identity(Table table) {
    ObjectName name = Compose.object(table.schema(), table.name());
    String column = table.column("id").isEmpty() ? "id" : "row_id";
    return Advice.of(Advice.Kind.STAGED, "before the table grows: it is rewritten",
        SqlPrinter.print(Compose.alter(name, Compose.addIdentityKey(column))));
  }
}
