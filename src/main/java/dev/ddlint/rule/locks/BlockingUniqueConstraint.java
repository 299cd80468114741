package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.Form;
import dev.ddlint.catalog.Change.KeyAdded;
import dev.ddlint.physics.Effects;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.EmptiedTable;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.RowsApart;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;

/** ADD UNIQUE on a table in use: nobody reads or writes it until the index behind it is built. */
@Rule("blocking-unique-constraint")
@Concerns({Effect.LOCK, Effect.DATA_FAILURE})
@TakesIn("unique-on-existing-data")
public final class BlockingUniqueConstraint implements ChangeRule<KeyAdded> {

  @Override
  public void check(KeyAdded added, Context at, Findings findings) {
    if (added.key().primary() || added.usingIndex() || added.form() == Form.CREATE_TABLE || at.isNew(added.table())
        || EmptiedTable.isFree(added.table(), at)) {
      return;
    }
    findings.report(added.span()).about(Subject.constraint(added.table(), added.key().name()))
        .says("adding `%s` blocks all reads and writes of `%s` while its index is built", added.key().name(),
            added.table().displayName())
        .effects(effects(added, at)).instead(OnlineKey.advice(added, at));
  }

  private static Effects effects(KeyAdded added, Context at) {
    boolean apart = at.after().catalog().index(added.key().index())
        .filter(index -> RowsApart.in(index, added.table(), at)).isPresent();
    return apart ? at.effects().withoutFailure() : at.effects();
  }
}
