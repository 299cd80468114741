package dev.ddlint.rule.data;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.ir.Expression;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.EmptiedTable;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.On;
import dev.ddlint.rule.RowsApart;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.List;
import java.util.Optional;

/** A unique index or constraint on rows that are there: duplicates make it fail. */
@Rule("unique-on-existing-data")
@Concerns(Effect.DATA_FAILURE)
@On({Change.IndexBuilt.class, Change.KeyAdded.class})
public final class UniqueOnExistingData implements ChangeRule<Change> {

  @Override
  public void check(Change change, Context at, Findings findings) {
    switch (change) {
      case Change.IndexBuilt built when built.index().unique() -> index(built, at, findings);
      // USING INDEX looks at no row: the index is unique already.
      case Change.KeyAdded added when !added.usingIndex() && !added.key().primary() -> key(added, at, findings);
      default -> {
      }
    }
  }

  private static void index(Change.IndexBuilt built, Context at, Findings findings) {
    if (built.statement().only() || cannotFail(built.table(), built.index(), at)) {
      return;
    }
    String columns = columns(built.index(), built.table());
    Findings.Report report = findings.report(built.span()).about(Subject.of(built.index()))
        .says("building `%s` fails when two rows of `%s`%s have the same %s", built.index().name(),
            built.table().displayName(), built.index().predicate().isPresent() ? " that it covers" : "", columns)
        .fact("fails", "when two %srows agree in %s (23505)",
            built.index().predicate().isPresent() ? "such " : "", columns);
    if (built.statement().concurrently()) {
      report.fact("leaves", "after a failure an INVALID index, which slows writes and has to be dropped: %s",
          SqlPrinter.print(Compose.dropIndex(Compose.object(built.index().schema(), built.index().name()), true)));
    }
    report.instead(advice(built.table(), built.index(), at));
  }

  private static void key(Change.KeyAdded added, Context at, Findings findings) {
    Optional<Index> index = at.after().catalog().index(added.key().index());
    if (index.isEmpty() || cannotFail(added.table(), index.get(), at)) {
      return;
    }
    String columns = columns(index.get(), at.after().catalog().table(added.table().id()).orElse(added.table()));
    findings.report(added.span()).about(Subject.constraint(added.table(), added.key().name()))
        .says("adding `%s` fails when two rows of `%s` have the same %s", added.key().name(),
            added.table().displayName(), columns)
        .fact("fails", "when two rows agree in %s (23505)", columns)
        .instead(advice(added.table(), index.get(), at));
  }

  private static String columns(Index index, Table table) {
    return index.columns().map(numbers -> String.join(", ", table.names(numbers)))
        .orElseGet(() -> String.join(", ", index.keys().stream()
            .map(key -> key.column().map(n -> String.join("", table.names(List.of(n))))
                .orElseGet(() -> key.expression().map(Expression::text).orElse("")))
            .toList()));
  }

  private static boolean cannotFail(Table table, Index index, Context at) {
    return at.isNew(table) || EmptiedTable.isFree(table, at) || RowsApart.in(index, table, at) || isCleaned(table, at);
  }

  /** Rows were deleted before: the duplicates, one may hope. */
  private static boolean isCleaned(Table table, Context at) {
    return at.earlier().stream().anyMatch(change -> switch (change) {
      case Change.RowsWritten written -> written.table().id().equals(table.id())
          && written.statement().kind() == DataStatement.Kind.DELETE;
      case Change.TableTruncated truncated -> truncated.table().id().equals(table.id());
      default -> false;
    });
  }

  private static Advice advice(Table table, Index index, Context at) {
    Table now = at.after().catalog().table(table.id()).orElse(table);
    String columns = index.columns()
        .map(numbers -> String.join(", ", now.names(numbers).stream().map(Names::of).toList()))
        .orElseGet(() -> columns(index, now));
    String name = Names.of(Compose.object(table.schema(), table.name()));
    String covered = index.predicate().map(only -> " WHERE " + only.text().strip()).orElse("");
    return new Advice(Advice.Kind.STAGED, List.of(
        new Advice.Step("first, find them",
            List.of(
                "SELECT " + columns + ", count(*) FROM " + name + covered + " GROUP BY " + columns
                    + " HAVING count(*) > 1;")),
        new Advice.Step("then", List.of("-- deploy code that makes no more of them, and merge or delete the others")),
        new Advice.Step("at last", List.of("-- this migration"))));
  }
}
