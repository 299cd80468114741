package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Advice.Step;
import dev.ddlint.ir.Deferral;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Reference;
import dev.ddlint.ir.ReferentialAction;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.PrismaText;
import dev.ddlint.rule.Schema;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a foreign key comes to carry the tenant, in the schema's own language. */
record CompositeKeyAdvice(Scoped from, ForeignKey key, Scoped to) {

  /** The version that has ON DELETE SET NULL (column). */
  private static final int NAMED_COLUMNS = 15;

  /** @param ready whether the referenced table has the unique key already */
  Advice steps(boolean ready) {
    List<Step> steps = from.schema().kind() == Schema.Kind.PRISMA ? prisma() : sql();
    return new Advice(Advice.Kind.STAGED, ready ? steps.subList(1, steps.size()) : steps);
  }

  private List<Step> sql() {
    ObjectName child = Compose.object(from.table().schema(), from.table().name());
    ObjectName parent = Compose.object(to.table().schema(), to.table().name());
    List<String> columns = names(from.table(), key.columns(), from.key());
    List<String> target = names(to.table(), key.targetColumns(), to.key());
    String index = Names.chosen(to.table().name() + "_" + String.join("_", target), "key");
    String constraint = Names.chosen(from.table().name() + "_" + String.join("_", columns), "fkey");
    boolean nulls = key.onDelete() == ReferentialAction.SET_NULL;
    boolean older = from.schema().settings().postgresVersion() < NAMED_COLUMNS;
    List<Identifier> nulled = nulls && !older ? Compose.names(from.table().names(key.columns())) : List.of();
    Reference reference = new Reference(parent, Compose.names(target), "SIMPLE",
        nulls && older ? ReferentialAction.NO_ACTION : key.onDelete(), key.onUpdate(), nulled, Span.NONE);
    TableConstraint.ForeignKey carrying = new TableConstraint.ForeignKey(Optional.empty(), Compose.names(columns),
        reference, false, Deferral.NONE, false, false, Span.NONE);
    return List.of(
        new Step("alone in its file, outside a transaction",
            List.of(SqlPrinter.print(Compose.concurrentIndex(index, parent, true, target)))),
        new Step("in the next one",
            lines(SqlPrinter.print(Compose.alter(child, Compose.notValid(carrying, constraint))), nulls && older)),
        new Step("last", List.of(SqlPrinter.print(Compose.alter(child, Compose.validate(constraint))),
            SqlPrinter.print(Compose.alter(child, Compose.dropConstraint(key.name()))))));
  }

  /** SET NULL of all columns would take the tenant away too. */
  private static List<String> lines(String statement, boolean lost) {
    return lost
        ? List.of(statement, "-- ON DELETE SET NULL would empty the tenant too; PostgreSQL 15 can name the column")
        : List.of(statement);
  }

  private List<Step> prisma() {
    PrismaText text = new PrismaText(from.schema());
    String fields = fields(text, from.table(), names(from.table(), key.columns(), from.key()));
    String target = fields(text, to.table(), names(to.table(), key.targetColumns(), to.key()));
    return List.of(new Step("in `" + text.model(to.table()) + "`", List.of("@@unique([" + target + "])")),
        new Step("in `" + text.model(from.table()) + "`",
            List.of("@relation(fields: [" + fields + "], references: [" + target + "])")));
  }

  private static String fields(PrismaText text, Table table, List<String> columns) {
    return String.join(", ", columns.stream().flatMap(name -> table.column(name).stream())
        .map(column -> text.field(table, column)).toList());
  }

  private static List<String> names(Table table, List<Integer> numbers, Column tenant) {
    List<String> names = new ArrayList<>(table.names(numbers));
    names.add(tenant.name());
    return names;
  }
}
