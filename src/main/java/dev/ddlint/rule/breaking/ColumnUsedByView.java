package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.physics.ColumnUsers;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.On;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;
import java.util.List;

/** A column that a view, a policy or a generated column uses keeps its type and stays: the statement fails. */
@Rule("column-used-by-view")
@Concerns({Effect.CLIENT_BREAK, Effect.DATA_LOSS, Effect.SCHEMA_STATE})
@TakesIn({"drop-column", "incompatible-type-change", "suspected-rename", "recreated-column"})
@On({Change.TypeChanged.class, Change.ColumnDropped.class})
public final class ColumnUsedByView implements ChangeRule<Change> {

  @Override
  public void check(Change change, Context at, Findings findings) {
    switch (change) {
      case Change.TypeChanged changed -> changed.column().ifPresent(column -> report(changed, column,
          "changing the type of `%s.%s` fails: the %s uses it", "0A000", at, findings));
      case Change.ColumnDropped dropped when !dropped.cascade() -> dropped.column().ifPresent(column -> report(dropped,
          column, "dropping `%s.%s` fails: the %s uses it", "2BP01", at, findings));
      default -> {
      }
    }
  }

  private static void report(Change.OfTable change, Column column, String headline, String state, Context at,
      Findings findings) {
    Table table = change.table();
    List<ColumnUsers.User> users = ColumnUsers.of(table, column, at.before()).stream()
        .filter(user -> !goesBefore(user, change, at)).toList();
    if (users.isEmpty()) {
      return;
    }
    ColumnUsers.User first = users.get(0);
    Findings.Report report = findings.report(change.span()).about(Subject.column(table, column.name()))
        .says(headline, table.displayName(), column.name(), first.kind() + " `" + first.name() + "`")
        .fact("fails", "always (%s), as long as there is: %s", state,
            String.join(", ", users.stream().map(ColumnUsers.User::toString).toList()));
    users.forEach(user -> report.related(user.origin().place(), "the %s `%s` was made here", user.kind(), user.name()));
    report.instead(DependentViews.advice(table, users, at));
  }

  /** A generated column that an earlier action of the same statement drops. */
  private static boolean goesBefore(ColumnUsers.User user, Change.OfTable change, Context at) {
    return user.kind().equals("generated column") && at.earlier().stream()
        .anyMatch(other -> other instanceof Change.ColumnDropped dropped
            && dropped.table().id().equals(change.table().id()) && dropped.name().equals(user.name()));
  }
}
