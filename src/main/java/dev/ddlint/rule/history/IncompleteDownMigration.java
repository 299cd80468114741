package dev.ddlint.rule.history;

import dev.ddlint.catalog.State;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.Down;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.MigrationRule;
import dev.ddlint.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Up and then down does not lead back to the schema that was there. */
@Rule("incomplete-down-migration")
@Concerns(Effect.SCHEMA_STATE)
public final class IncompleteDownMigration implements MigrationRule {
  private static final int SHOWN = 5;

  @Override
  public void check(Day day, Findings findings) {
    Optional<Down> down = day.down().filter(IncompleteDownMigration::isUnderstood);
    if (down.isEmpty()) {
      return;
    }
    Set<String> before = Inventory.of(day.before().catalog());
    Set<String> back = Inventory.of(apply(down.get(), day.after()).catalog());
    List<String> left = Inventory.without(back, before);
    List<String> lost = Inventory.without(before, back);
    if (left.isEmpty() && lost.isEmpty()) {
      return;
    }
    Findings.Report report = findings.report(Opening.of(day))
        .about(Opening.subject("down-migration", day.migration()))
        .says("taking `%s` back does not lead to the schema that was there before it", day.migration().name());
    fact(report, "left", left);
    fact(report, "lost", lost);
  }

  /** An empty one is missing-down-migration's; of one that could not be read nothing can be said. */
  private static boolean isUnderstood(Down down) {
    return !down.statements().isEmpty() && down.statements().stream().noneMatch(Unrecognized.class::isInstance);
  }

  private static State apply(Down down, State after) {
    State state = after.beginMigration(after.migration());
    for (Statement statement : down.statements()) {
      state = state.apply(statement, down.file()).after();
    }
    return state;
  }

  private static void fact(Findings.Report report, String label, List<String> objects) {
    if (!objects.isEmpty()) {
      int more = objects.size() - SHOWN;
      report.fact(label, "%s%s", String.join("; ", objects.subList(0, Math.min(SHOWN, objects.size()))),
          more > 0 ? " and " + more + " more" : "");
    }
  }
}
