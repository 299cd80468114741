package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change.ColumnRenamed;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** RENAME COLUMN: code that runs during the deploy knows only one of both names. */
@Rule("rename-column")
@Concerns(Effect.CLIENT_BREAK)
public final class RenameColumn implements ChangeRule<ColumnRenamed> {

  @Override
  public void check(ColumnRenamed renamed, Context at, Findings findings) {
    Table table = renamed.table();
    Optional<Column> column = table.column(renamed.from());
    boolean addedHere = column.filter(c -> c.origin().migration() == at.before().migration()).isPresent();
    if (addedHere || table.isTemporary() || at.before().isNew(table) || table.kind().isView()) {
      return;
    }
    Findings.Report report = findings.report(renamed.span()).about(Subject.column(table, renamed.from()))
        .says("renaming `%s.%s` breaks running code that uses the old name", table.displayName(), renamed.from());
    report.fact("why", "until the deploy is through, old code asks for `%s` and gets an error (42703)", renamed.from());
    column.filter(c -> c.origin().migration() >= 0)
        .ifPresent(c -> report.related(c.origin().place(), "`%s` was made here", renamed.from()));
    report.instead(advice(renamed, column));
  }

  private static Advice advice(ColumnRenamed renamed, Optional<Column> column) {
    ObjectName table = Compose.object(renamed.table().schema(), renamed.table().name());
    String to = renamed.to().name();
    List<Advice.Step> steps = new ArrayList<>();
    steps.add(new Advice.Step("or rather", List.of("-- keep the name in the database and map it in the code"
        + " (Prisma: @map(\"" + renamed.from() + "\"))")));
    column.flatMap(Column::type).ifPresent(type -> steps.add(new Advice.Step("else in this migration",
        List.of(SqlPrinter.print(Compose.alter(table, Compose.addColumn(to, type.name())))))));
    steps.add(new Advice.Step("deploy",
        List.of("-- write both, fill " + Names.of(to) + " in batches, then read the new one")));
    steps.add(new Advice.Step("at last",
        List.of(SqlPrinter.print(Compose.alter(table, Compose.dropColumn(renamed.from()))))));
    return new Advice(Advice.Kind.STAGED, List.copyOf(steps));
  }
}
