package dev.ddlint.rule.history;

import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.MigrationRule;
import dev.ddlint.rule.Rule;

/** A migration without a statement: it is recorded as applied, so what was meant to be in it never comes. */
@Rule("empty-migration")
@Concerns(Effect.RUN)
public final class EmptyMigration implements MigrationRule {

  @Override
  public void check(Day day, Findings findings) {
    if (!day.steps().isEmpty() || !day.project().layout().appliesOnce(day.migration())
        || day.project().isInStep(day.migration())) {
      return;
    }
    findings.report(Opening.of(day)).about(Opening.subject("migration", day.migration()))
        .says("`%s` holds no statement, and is recorded as applied", day.migration().name())
        .fact("why", "what is written into it later does not run where it was applied");
  }
}
