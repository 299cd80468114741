package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Change.TriggerCreated;
import dev.ddlint.catalog.Change.TriggerDropped;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.On;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.List;

/** A trigger that comes or goes: the table in use is locked for it. */
@Rule("trigger-lock")
@Concerns(Effect.LOCK)
@On({TriggerCreated.class, TriggerDropped.class})
public final class TriggerLock implements ChangeRule<Change> {

  @Override
  public void check(Change change, Context at, Findings findings) {
    Table table = ((Change.OfTable) change).table();
    if (at.isNew(table) || table.kind() == Table.Kind.VIEW) {
      return;
    }
    boolean created = change instanceof TriggerCreated;
    findings.report(change.span()).about(new ObjectPath("trigger", Subject.of(table).name() + "." + name(change)))
        .says("%s trigger `%s` locks `%s` against %s until the transaction ends", created ? "creating" : "dropping",
            name(change), table.displayName(), created ? "writes" : "all reads and writes")
        .effects(at.effects()).instead(new Advice(Advice.Kind.NONE, List.of()));
  }

  private static String name(Change change) {
    return switch (change) {
      case TriggerCreated created -> created.trigger().name();
      case TriggerDropped dropped -> dropped.name();
      default -> "";
    };
  }
}
