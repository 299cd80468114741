package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Change.TableDropped;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.Drop;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.List;

/** DROP TABLE: running code that uses the table fails, and its rows are gone. */
@Rule("drop-table")
@Concerns({Effect.CLIENT_BREAK, Effect.DATA_LOSS})
public final class DropTable implements ChangeRule<TableDropped> {

  @Override
  public void check(TableDropped dropped, Context at, Findings findings) {
    Table table = dropped.table();
    if (table.isTemporary() || at.before().isNew(table) || isRebuilt(dropped, at) || isPrecaution(dropped, at)
        || isCopiedAside(table, at)) {
      return;
    }
    boolean moved = RowsRead.intoAnother(table, at);
    Findings.Report report = findings.report(dropped.span()).about(Subject.of(table)).says(
        "dropping `%s` breaks running code that uses it" + (moved ? "" : ", and its rows are lost"),
        table.displayName());
    if (moved) {
      report.fact("rows", "an earlier statement reads them; what it does not take over is lost");
    }
    if (!dropped.dependents().isEmpty()) {
      report.fact("goes with it", "%s", String.join(", ", dropped.dependents()));
    }
    if (table.isKnown()) {
      report.related(table.origin().place(), "`%s` was made here", table.displayName());
    } else {
      report.fact("not seen", "`%s` is not in this history, so what depends on it is not known", table.displayName());
    }
    report.instead(new Advice(Advice.Kind.STAGED, List.of(
        new Advice.Step("first", List.of("-- take `" + table.displayName() + "` out of the code, deploy, keep a copy")),
        new Advice.Step("then", List.of(at.statement().span().of(at.file().text()) + ";")))));
  }

  /** The rebuild dance: a copy was filled and takes the name afterwards. */
  private static boolean isRebuilt(TableDropped dropped, Context at) {
    return at.migration().stream().anyMatch(change -> change instanceof Change.TableRenamed renamed
        && renamed.name().equals(dropped.table().name()) && renamed.span().start() > dropped.span().start()
        && renamed.table().origin().migration() == at.before().migration());
  }

  /** The same the other way round: it gave its name to a new table, which got its rows. */
  private static boolean isCopiedAside(Table table, Context at) {
    return NameTaken.byAnother(table, at) && RowsRead.of(table, at);
  }

  /** DROP IF EXISTS of a table that the history does not have, before the same migration makes it. */
  private static boolean isPrecaution(TableDropped dropped, Context at) {
    boolean ifExists = at.statement() instanceof Drop drop && drop.ifExists();
    return ifExists && !dropped.table().isKnown() && at.migration().stream()
        .anyMatch(change -> change instanceof Change.TableCreated created
            && created.table().name().equals(dropped.table().name()));
  }
}
