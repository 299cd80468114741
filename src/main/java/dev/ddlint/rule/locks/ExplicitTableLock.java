package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.TableLocked;
import dev.ddlint.finding.Advice;
import dev.ddlint.physics.Effects;
import dev.ddlint.physics.LockMode;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.List;
import java.util.Optional;

/** LOCK TABLE that keeps writers, or readers too, out of a table in use. */
@Rule("explicit-table-lock")
@Concerns(Effect.LOCK)
public final class ExplicitTableLock implements ChangeRule<TableLocked> {

  @Override
  public void check(TableLocked locked, Context at, Findings findings) {
    Effects effects = at.effects();
    Optional<LockMode> mode = effects.lockOn(locked.table()).filter(LockMode::blocksWrites);
    if (mode.isEmpty() || at.isNew(locked.table())) {
      return;
    }
    findings.report(locked.span()).about(Subject.of(locked.table()))
        .says("LOCK TABLE blocks %s of `%s` until the transaction ends",
            mode.get().blocksReads() ? "all reads and writes" : "all writes", locked.table().displayName())
        .effects(effects).instead(new Advice(Advice.Kind.NONE, List.of()));
  }
}
