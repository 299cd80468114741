package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.TableSettingChanged;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableAction.SwitchTrigger;
import dev.ddlint.print.Compose;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Step;
import dev.ddlint.rule.Subject;
import dev.ddlint.text.Span;
import java.util.List;

/** DISABLE TRIGGER that the migration does not take back: what the trigger keeps is not kept any more. */
@Rule("disabled-trigger")
@Concerns(Effect.SCHEMA_STATE)
public final class DisabledTrigger implements ChangeRule<TableSettingChanged> {

  @Override
  public void check(TableSettingChanged changed, Context at, Findings findings) {
    if (!(changed.action() instanceof SwitchTrigger disabled) || !disabled.disables() || disabled.rule()
        || isTakenBack(changed, disabled, at)) {
      return;
    }
    Table table = changed.table();
    boolean keys = disabled.trigger().equals("ALL");
    Findings.Report report = findings.report(changed.span())
        .about(new ObjectPath("trigger", Subject.of(table).name() + "." + disabled.trigger()));
    if (keys) {
      report.says("all triggers of `%s` stay off, and with them its foreign keys", table.displayName());
    } else if (disabled.all()) {
      report.says("all triggers of `%s` stay off after this migration", table.displayName());
    } else {
      report.says("trigger `%s` of `%s` stays off after this migration", disabled.trigger(), table.displayName());
    }
    TableAction enable = new SwitchTrigger(false, "ENABLE", disabled.trigger(), Span.NONE);
    report.instead(new Advice(Advice.Kind.STAGED, List.of(new Advice.Step("at the end of this migration",
        List.of(SqlPrinter.print(Compose.alter(Compose.object(table.schema(), table.name()), enable)))))));
  }

  private static boolean isTakenBack(TableSettingChanged changed, SwitchTrigger disabled, Context at) {
    Table table = changed.table();
    boolean gone = at.day().after().catalog().table(table.id())
        .filter(after -> isThere(after, table, disabled)).isEmpty();
    return gone || at.migration().stream().filter(change -> change.span().start() > changed.span().start())
        .anyMatch(change -> change instanceof TableSettingChanged later && later.table().id().equals(table.id())
            && later.action() instanceof SwitchTrigger enabled && covers(enabled, disabled));
  }

  /** A trigger that this history never made may be there all the same. */
  private static boolean isThere(Table after, Table before, SwitchTrigger disabled) {
    return disabled.all() || named(after, disabled) || !named(before, disabled);
  }

  private static boolean named(Table table, SwitchTrigger disabled) {
    return table.triggers().stream().anyMatch(trigger -> trigger.name().equals(disabled.trigger()));
  }

  /** USER leaves the triggers of foreign keys as they are. */
  private static boolean covers(SwitchTrigger enabled, SwitchTrigger disabled) {
    boolean all = enabled.trigger().equals("ALL");
    boolean user = enabled.trigger().equals("USER") && !disabled.trigger().equals("ALL");
    return !enabled.disables() && (all || user || enabled.trigger().equals(disabled.trigger()));
  }
}
