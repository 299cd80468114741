package dev.ddlint.rule.design;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
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

/** A foreign key to columns that do not identify a row. */
@Rule("foreign-key-to-non-unique")
@Concerns(Effect.DATA_FAILURE)
public final class ForeignKeyToNonUnique implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    for (Table table : schema.tables()) {
      if (table.kind() != Table.Kind.PARTITION) {
        table.constraints(ForeignKey.class).forEach(key -> check(schema, table, key, findings));
      }
    }
  }

  private static void check(Schema schema, Table table, ForeignKey key, Findings findings) {
    Catalog catalog = schema.catalog();
    Optional<Table> target = catalog.table(key.target())
        .filter(t -> t.isComplete() && !catalog.isUncertain(t) && t.parents().isEmpty());
    if (target.isEmpty() || key.columns().isEmpty()) {
      return;
    }
    boolean keyless = key.targetColumns().isEmpty() && target.get().primaryKey().isEmpty();
    boolean loose = !key.targetColumns().isEmpty() && target.get().names(key.targetColumns()).stream()
        .noneMatch("?"::equals) && !new UniqueIndexes(catalog, target.get()).keep(key.targetColumns());
    if (keyless || loose) {
      report(schema, table, key, target.get(), findings);
    }
  }

  private static void report(Schema schema, Table table, ForeignKey key, Table target, Findings findings) {
    List<String> columns = target.names(key.targetColumns());
    Findings.Report report = findings.report(key.origin().place()).about(Subject.columns(table, key.columns()));
    if (columns.isEmpty()) {
      report.says("the foreign key to `%s` fails: it has no primary key", target.displayName())
          .fact("fails", "always (42704)");
    } else {
      report.says("the foreign key to `%s` fails: no key holds just `%s`", target.displayName(),
          String.join(", ", columns))
          .fact("fails", "always (42830): what is referred to must be a primary key or unique, whole and not partial")
          .instead(advice(schema, target, key.targetColumns(), columns));
    }
    report.related(TablePlace.of(target), "`%s` is made here", target.displayName());
  }

  /** As PostgreSQL would choose it. */
  private static String freeName(Schema schema, Table target, String stem) {
    String name = Names.chosen(stem, "key");
    for (int i = 1; schema.catalog().relation(target.schema(), name).isPresent(); i++) {
      name = Names.chosen(stem, "key" + i);
    }
    return name;
  }

  private static Advice advice(Schema schema, Table target, List<Integer> numbers, List<String> columns) {
    if (schema.isPrisma()) {
      PrismaText text = new PrismaText(schema);
      List<String> fields = numbers.stream().flatMap(number -> target.column(number).stream())
          .map(column -> text.field(target, column)).toList();
      return Advice.of(Advice.Kind.STAGED, "in `" + text.model(target) + "`",
          "@@unique([" + String.join(", ", fields) + "])");
    }
    ObjectName name = Compose.object(target.schema(), target.name());
    String key = freeName(schema, target, target.name() + "_" + String.join("_", columns));
    return new Advice(Advice.Kind.STAGED, List.of(
        new Advice.Step("before it, " + schema.runner().wayOut(),
            List.of(SqlPrinter.print(Compose.concurrentIndex(key, name, true, columns)))),
        new Advice.Step("in the next one", List.of(
            SqlPrinter.print(Compose.alter(name, Compose.keyUsingIndex(key, false, key, Deferral.NONE)))))));
  }
}
