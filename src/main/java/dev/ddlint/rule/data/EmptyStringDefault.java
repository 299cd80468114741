package dev.ddlint.rule.data;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.List;

/** ADD COLUMN NOT NULL DEFAULT '': old rows get a value that says nothing. */
@Rule("empty-string-default")
@Concerns(Effect.SCHEMA_STATE)
public final class EmptyStringDefault implements ChangeRule<Change.ColumnAdded> {

  @Override
  public void check(Change.ColumnAdded added, Context at, Findings findings) {
    Column column = added.column();
    boolean empty = column.defaultValue()
        .filter(value -> value.text().equals("''") || value.text().startsWith("''::")).isPresent();
    if (!empty || !column.notNull() || at.isNew(added.table())) {
      return;
    }
    Table table = added.table();
    findings.report(added.span()).about(Subject.column(table, column.name()))
        .says("old rows of `%s` get an empty `%s`, which looks like a value and is none", table.displayName(),
            column.name())
        .instead(new Advice(Advice.Kind.NONE, List.of(
            new Advice.Step("in this migration", List.of("-- allow NULL: it says that the value is not known")),
            new Advice.Step("then", List.of("-- fill the rows, and make it NOT NULL: ddlint explain set-not-null")))));
  }
}
