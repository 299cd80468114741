package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.Form;
import dev.ddlint.catalog.Change.KeyAdded;
import dev.ddlint.finding.Level;
import dev.ddlint.physics.Effects;
import dev.ddlint.physics.Work;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.EmptiedTable;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;

/** ADD PRIMARY KEY on a table in use: nobody reads or writes it until the index is built and no NULL is found. */
@Rule("blocking-primary-key")
@Concerns({Effect.LOCK, Effect.SCAN, Effect.DATA_FAILURE})
@TakesIn("unique-on-existing-data")
public final class BlockingPrimaryKey implements ChangeRule<KeyAdded> {

  @Override
  public void check(KeyAdded added, Context at, Findings findings) {
    if (!added.key().primary() || added.form() == Form.CREATE_TABLE || at.isNew(added.table())
        || EmptiedTable.isFree(added.table(), at)) {
      return;
    }
    Effects effects = at.effects();
    if (effects.work().kind() == Work.Kind.CATALOG_ONLY) {
      return; // the index is there, and its columns are NOT NULL
    }
    Findings.Report report = findings.report(added.span())
        .about(Subject.constraint(added.table(), added.key().name()));
    headline(report, added, effects);
    effects.unseen().ifPresent(unseen -> report.fact("depends", "on %s", unseen));
    report.effects(effects).instead(OnlineKey.advice(added, at));
  }

  private static void headline(Findings.Report report, KeyAdded added, Effects effects) {
    String table = added.table().displayName();
    if (!added.usingIndex()) {
      report.says("adding `%s` blocks all reads and writes of `%s` while its index is built", added.key().name(),
          table);
    } else if (effects.unseen().isPresent()) {
      report.level(Level.WARNING).says(
          "adding `%s` scans `%s` while all reads and writes wait, if a column is nullable",
          added.key().name(), table);
    } else {
      report.says("adding `%s` scans `%s` for NULL while all reads and writes wait", added.key().name(), table);
    }
  }
}
