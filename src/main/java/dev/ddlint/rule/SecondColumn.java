package dev.ddlint.rule;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.TypeName;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a column in use gets another type: a second column beside it, which takes its name in the end. */
public final class SecondColumn {

  private SecondColumn() {}

  /** @param column as it is now; empty where it is not known */
  public static Advice advice(Table table, String name, Optional<Column> column, TypeName type, Catalog catalog) {
    ObjectName on = Compose.object(table.schema(), table.name());
    String second = Names.chosen(name, "new");
    List<String> last = new ArrayList<>();
    List<String> parts = column.map(c -> parts(table, c, catalog)).orElse(List.of());
    if (!parts.isEmpty()) {
      last.add("-- first give " + Names.of(second) + " what the old column has: " + String.join(", ", parts));
    }
    last.add(SqlPrinter.print(Compose.alter(on, Compose.dropColumn(name))));
    last.add(SqlPrinter.print(Compose.renameColumn(on, second, name)));
    return new Advice(Advice.Kind.STAGED, List.of(
        new Advice.Step("in this migration",
            List.of(SqlPrinter.print(Compose.alter(on, Compose.addColumn(second, type))))),
        new Advice.Step("deploy", List.of("-- write both columns, and fill " + Names.of(second) + " in batches")),
        new Advice.Step("then", List.of("-- read " + Names.of(second) + ", and deploy")),
        new Advice.Step("at last", List.copyOf(last))));
  }

  /** What stands on the old column goes with it: it has to be made for the new one before. */
  private static List<String> parts(Table table, Column column, Catalog catalog) {
    List<String> parts = new ArrayList<>();
    catalog.indexesOf(table).stream().filter(index -> index.uses(column.number()))
        .forEach(index -> parts.add("index " + index.name()));
    table.constraints().stream().filter(constraint -> constraint.columns().contains(column.number()))
        .filter(constraint -> !(constraint instanceof Constraint.Key))
        .forEach(constraint -> parts.add("constraint " + constraint.name()));
    if (column.hasDefault()) {
      parts.add("the default");
    }
    if (column.notNull()) {
      parts.add("NOT NULL");
    }
    return parts;
  }
}
