package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Level;
import dev.ddlint.print.Compose;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.List;
import java.util.Optional;

/** DROP DEFAULT of a column that must have a value: inserts that leave it out fail. */
@Rule("dropped-default")
@Concerns(Effect.CLIENT_BREAK)
public final class DroppedDefault implements ChangeRule<Change.DefaultDropped> {

  @Override
  public void check(Change.DefaultDropped dropped, Context at, Findings findings) {
    Table table = dropped.table();
    if (!at.isOld(table) || table.kind().isView() || !takesEffect(dropped, at)) {
      return;
    }
    Findings.Report report = findings.report(dropped.span()).about(Subject.column(table, dropped.name()));
    Optional<Column> column = dropped.column().filter(c -> c.type().isPresent());
    boolean pattern = column.filter(c -> isMadeRequiredHere(c, dropped, at)).isPresent();
    if (pattern) {
      report.level(Level.ERROR).says("code that runs during the deploy inserts without `%s.%s`, and fails",
          table.displayName(), dropped.name());
    } else {
      report.says("inserts that leave out `%s.%s` fail without its default", table.displayName(), dropped.name());
    }
    if (column.isEmpty()) {
      report.fact("not seen", "whether `%s` is NOT NULL: the column is not in this history", dropped.name());
    }
    report.instead(new Advice(Advice.Kind.STAGED, List.of(
        new Advice.Step("first",
            List.of("-- keep the default, deploy code that always writes `" + dropped.name() + "`")),
        new Advice.Step("then", List.of(SqlPrinter.print(Compose.alter(
            Compose.object(table.schema(), table.name()), Compose.dropDefault(dropped.name()))))))));
  }

  /** Whether the column is left without a default that it had, and must have a value. */
  private static boolean takesEffect(Change.DefaultDropped dropped, Context at) {
    boolean had = dropped.column().filter(c -> c.type().isPresent() && !c.hasDefault()).isEmpty();
    Optional<Table> left = at.day().after().catalog().table(dropped.table().id());
    Optional<Column> now = left.flatMap(t -> t.column(dropped.name()));
    boolean known = now.filter(c -> c.type().isPresent()).isPresent();
    boolean required = !known || now.filter(Column::notNull).isPresent();
    return had && now.isPresent() && required && now.filter(Column::hasDefault).isEmpty();
  }

  /** The form of many tools: a column that is required from now on, and a default only for the rows that are there. */
  private static boolean isMadeRequiredHere(Column column, Change.DefaultDropped dropped, Context at) {
    boolean added = at.isAddedHere(column);
    boolean set = at.migration().stream().anyMatch(change -> change instanceof Change.DefaultSet other
        && other.table().id().equals(dropped.table().id()) && other.name().equals(dropped.name())
        && other.span().start() < dropped.span().start());
    return added || set && column.nullability().migration() == at.before().migration();
  }
}
