package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Table;
import dev.ddlint.physics.TypeFamily;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.SecondColumn;
import dev.ddlint.rule.Subject;

/** ALTER COLUMN TYPE to another kind of value: clients read and write what the old type was. */
@Rule("incompatible-type-change")
@Concerns(Effect.CLIENT_BREAK)
public final class IncompatibleTypeChange implements ChangeRule<Change.TypeChanged> {

  @Override
  public void check(Change.TypeChanged changed, Context at, Findings findings) {
    Table table = changed.table();
    if (changed.from().isEmpty() || !at.isOld(table) || changed.column().filter(at::isAddedHere).isPresent()) {
      return;
    }
    Catalog catalog = at.before().catalog();
    String before = TypeFamily.of(changed.from().get(), catalog);
    String after = TypeFamily.of(changed.to(), catalog);
    if (before.equals(after)) {
      return;
    }
    findings.report(changed.span()).about(Subject.column(table, changed.name()))
        .says("`%s.%s` holds %s instead of %s: running code that reads or writes it breaks", table.displayName(),
            changed.name(), after, before)
        .instead(SecondColumn.advice(table, changed.name(), changed.column(), changed.to().name(), catalog));
  }
}
