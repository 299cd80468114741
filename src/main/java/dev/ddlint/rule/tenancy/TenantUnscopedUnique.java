package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Index;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Advice.Step;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A unique key that spans all tenants: what one has taken, no other can have. */
@Rule("tenant-unscoped-unique")
@Concerns(Effect.TENANCY)
public final class TenantUnscopedUnique implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    Scoped.all(schema).forEach(scoped -> schema.catalog().indexesOf(scoped.table()).stream()
        .filter(index -> index.unique() && index.valid() && !isPrimary(scoped, index))
        .forEach(index -> check(scoped, index, findings)));
  }

  private static boolean isPrimary(Scoped scoped, Index index) {
    return scoped.table().primaryKey().filter(key -> key.index().equals(index.id())).isPresent();
  }

  private static void check(Scoped scoped, Index index, Findings findings) {
    List<Column> columns = index.keys().stream().flatMap(key -> key.column().stream())
        .flatMap(number -> scoped.table().column(number).stream()).toList();
    boolean keyed = index.uses(scoped.key().number());
    if (!keyed && !new GlobalKeys(scoped).isMeantFor(index, columns)) {
      report(scoped, index, columns, findings);
    }
  }

  private static void report(Scoped scoped, Index index, List<Column> columns, Findings findings) {
    String names = columns.isEmpty() ? index.name() : String.join(", ", columns.stream().map(Column::name).toList());
    Findings.Report report = findings.report(index.origin().place()).about(Subject.of(index))
        .says("one tenant's `%s` in `%s` blocks the same for all others, and shows them that it exists", names,
            scoped.table().displayName())
        .fact("why", "the unique key does not hold `%s`, so its values are shared by all tenants", scoped.key().name());
    TenantPlaces.relate(report, scoped.schema(), scoped.model());
    if (!columns.isEmpty() && columns.size() == index.keys().size()) {
      report.instead(new Advice(Advice.Kind.STAGED, steps(scoped, index, columns)));
    }
  }

  private static List<Step> steps(Scoped scoped, Index index, List<Column> columns) {
    List<Column> all = new ArrayList<>(List.of(scoped.key()));
    all.addAll(columns);
    if (scoped.schema().kind() == Schema.Kind.PRISMA) {
      PrismaText prisma = new PrismaText(scoped.schema());
      List<String> fields = all.stream().map(column -> prisma.field(scoped.table(), column)).toList();
      return List.of(new Step("in the model", List.of("@@unique([" + String.join(", ", fields) + "])")));
    }
    List<String> names = all.stream().map(Column::name).toList();
    String name = Names.chosen(scoped.table().name() + "_" + String.join("_", names), "key");
    return List.of(
        new Step("alone in its file, outside a transaction", List.of(SqlPrinter.print(Compose.concurrentIndex(name,
            Compose.object(scoped.table().schema(), scoped.table().name()), true, names)))),
        new Step("when no code relies on the old one", List.of(drop(scoped, index))));
  }

  private static String drop(Scoped scoped, Index index) {
    Optional<String> constraint = scoped.table().constraints().stream()
        .filter(c -> index.constraint().equals(Optional.of(c.id()))).map(c -> c.name()).findFirst();
    return constraint.map(name -> SqlPrinter.print(Compose.alter(
        Compose.object(scoped.table().schema(), scoped.table().name()), Compose.dropConstraint(name))))
        .orElseGet(() -> SqlPrinter.print(Compose.dropIndex(Compose.object(index.schema(), index.name()), true)));
  }
}
