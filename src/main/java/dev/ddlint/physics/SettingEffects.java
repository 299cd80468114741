package dev.ddlint.physics;

import dev.ddlint.catalog.Change.TableSettingChanged;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.Persistence;
import dev.ddlint.ir.TableAction;
import dev.ddlint.physics.Work.Kind;

/** Actions of ALTER TABLE that change how rows are kept, not what they are (physics: set_*, owner_to, inherit ...). */
final class SettingEffects {
  private final Moment moment;

  SettingEffects(Moment moment) {
    this.moment = moment;
  }

  Effects of(TableSettingChanged change) {
    Tally tally = new Tally(moment, "physics: set_*, disable_trigger, rls_*");
    if (change.statement().kind() == ObjectKind.INDEX) {
      return tally.effects();
    }
    lock(tally, change.action(), change.table());
    work(tally, change.action(), change.table());
    return tally.effects();
  }

  void lock(Tally tally, TableAction action, Table table) {
    LockMode mode = ActionLocks.of(action);
    tally.lock(mode, table);
    if (ActionLocks.recurses(action)) {
      tally.lock(mode, moment.family(table));
    }
  }

  private void work(Tally tally, TableAction action, Table table) {
    switch (action) {
      case TableAction.SetLogged a -> {
        Persistence target = a.logged() ? Persistence.PERMANENT : Persistence.UNLOGGED;
        rewriteUnless(tally, table, table.persistence() == target, "whether the table is logged");
      }
      case TableAction.SetTablespace a ->
        rewriteUnless(tally, table, a.tablespace().equals("pg_default"), "the table's tablespace");
      case TableAction.SetAccessMethod a ->
        rewriteUnless(tally, table, a.method().equals("heap"), "the table's access method");
      case TableAction.AlterConstraint a -> alterConstraint(tally, a, table);
      default -> {
      }
    }
  }

  /** Nothing happens when the table is kept so already, as it is from the beginning unless the history says more. */
  private void rewriteUnless(Tally tally, Table table, boolean same, String unseen) {
    if (!table.isKnown()) {
      tally.dependsOn(unseen + ", which this history does not show");
    }
    if (!same || !table.isKnown()) {
      tally.work(Kind.REWRITE, table);
    }
  }

  /** ENFORCED (PostgreSQL 18) checks the rows; NOT ENFORCED drops the triggers on both sides. */
  private void alterConstraint(Tally tally, TableAction.AlterConstraint action, Table table) {
    Constraint constraint = table.constraint(action.constraint().name()).orElse(null);
    if (action.enforced().isEmpty() || !(constraint instanceof Constraint.ForeignKey key)) {
      return;
    }
    boolean enforced = action.enforced().get();
    LockMode mode = enforced ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
    moment.table(key.target()).ifPresent(target -> tally.lock(mode, target));
    if (enforced) {
      tally.work(Kind.SCAN, table).failsWhen("23503", "a row has no match in the referenced table");
      moment.table(key.target()).ifPresent(target -> tally.work(Kind.SCAN, target));
    }
  }
}
