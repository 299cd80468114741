package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.List;

/** RENAME of a table, or its move to another schema: running code asks for the old name. */
@Rule("rename-table")
@Concerns(Effect.CLIENT_BREAK)
public final class RenameTable implements ChangeRule<Change.TableRenamed> {

  @Override
  public void check(Change.TableRenamed renamed, Context at, Findings findings) {
    Table table = renamed.table();
    if (!at.isOld(table) || table.kind().isView() || NameTaken.again(table, at) || isSwappedIn(renamed, at)) {
      return;
    }
    boolean moved = !renamed.schema().equals(table.schema());
    Findings.Report report = findings.report(renamed.span()).about(Subject.of(table));
    if (moved) {
      report.says("moving `%s` to schema `%s` breaks running code that asks for it by its old name",
          table.displayName(), renamed.schema());
    } else {
      report.says("renaming `%s` breaks running code that uses the old name", table.displayName());
    }
    report.fact("why", "until the deploy is through, old code asks for `%s` and gets an error (42P01)",
        table.displayName());
    if (table.isKnown()) {
      report.related(table.origin().place(), "`%s` was made here", table.displayName());
    }
    report.instead(advice(renamed, at));
  }

  /** A table that takes the name of one that went, or moved away, in the same migration. */
  private static boolean isSwappedIn(Change.TableRenamed renamed, Context at) {
    return at.earlier().stream().anyMatch(change -> switch (change) {
      case Change.TableRenamed other ->
        isNamed(other.table(), renamed) && !other.table().id().equals(renamed.table().id());
      case Change.TableDropped other -> isNamed(other.table(), renamed);
      default -> false;
    });
  }

  private static boolean isNamed(Table table, Change.TableRenamed renamed) {
    return table.name().equals(renamed.name()) && table.schema().equals(renamed.schema());
  }

  /** A simple view over one table passes reads and writes on (manual, CREATE VIEW, updatable views). */
  private static Advice advice(Change.TableRenamed renamed, Context at) {
    Table table = renamed.table();
    String old = Names.of(Compose.object(table.schema(), table.name()));
    String other = Names.of(Compose.object(renamed.schema(), renamed.name()));
    return new Advice(Advice.Kind.STAGED, List.of(
        new Advice.Step("best", List.of("-- keep the name in the database and map it in the code (Prisma: @@map(\""
            + table.name() + "\"))")),
        new Advice.Step("or in this migration", List.of(at.statement().span().of(at.file().text()) + ";",
            "CREATE VIEW " + old + " AS SELECT * FROM " + other + ";   -- the old name keeps working")),
        new Advice.Step("after the deploy", List.of("DROP VIEW " + old + ";"))));
  }
}
