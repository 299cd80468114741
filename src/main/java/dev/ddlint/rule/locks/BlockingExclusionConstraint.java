package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.ExclusionAdded;
import dev.ddlint.catalog.Change.Form;
import dev.ddlint.finding.Advice;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.EmptiedTable;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.List;

/** ADD EXCLUDE on a table in use: its index can only be built while everybody waits. */
@Rule("blocking-exclusion-constraint")
@Concerns({Effect.LOCK, Effect.DATA_FAILURE})
public final class BlockingExclusionConstraint implements ChangeRule<ExclusionAdded> {

  @Override
  public void check(ExclusionAdded added, Context at, Findings findings) {
    if (added.form() == Form.CREATE_TABLE || at.isNew(added.table())
        || EmptiedTable.isFree(added.table(), at)) {
      return;
    }
    findings.report(added.span()).about(Subject.constraint(added.table(), added.exclusion().name()))
        .says("adding `%s` blocks all reads and writes of `%s` while its index is built", added.exclusion().name(),
            added.table().displayName())
        .effects(at.effects()).instead(new Advice(Advice.Kind.NONE, List.of()));
  }
}
