package dev.ddlint.rule.history;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.Down;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.MigrationRule;
import dev.ddlint.rule.Rule;
import java.util.Optional;

/** A migration that cannot be taken back, in a history where the others can. */
@Rule("missing-down-migration")
@Concerns(Effect.RUN)
public final class MissingDownMigration implements MigrationRule {

  @Override
  public void check(Day day, Findings findings) {
    if (day.steps().isEmpty() || day.migration().version().isEmpty() || !day.othersHaveDowns()) {
      return;
    }
    Optional<Down> down = day.down();
    if (down.filter(d -> !d.statements().isEmpty()).isPresent() || leavesTheSchemaAsItWas(day)) {
      return;
    }
    findings.report(Opening.of(day)).about(Opening.subject("down-migration", day.migration()))
        .says("`%s` cannot be taken back: its down migration %s", day.migration().name(),
            down.isPresent() ? "holds no statement" : "is missing")
        .fact("why", "the others of this history have one, so a rollback stops here, or goes on with the wrong schema");
  }

  /** Rows that were filled in need not be emptied again. */
  private static boolean leavesTheSchemaAsItWas(Day day) {
    Catalog before = day.before().catalog();
    Catalog after = day.after().catalog();
    boolean asMany = before.tables().size() == after.tables().size()
        && before.indexes().size() == after.indexes().size();
    return asMany && Inventory.of(before).equals(Inventory.of(after));
  }
}
