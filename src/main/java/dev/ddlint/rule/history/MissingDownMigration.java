package dev.ddlint.rule.history;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.Down;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.MigrationRule;
import dev.ddlint.rule.Rule;
import java.util.List;
import java.util.Optional;

/** A migration that cannot be taken back, in a history where the others can. */
@Rule("missing-down-migration")
@Concerns(Effect.RUN)
public final class MissingDownMigration implements MigrationRule {
  /** What sqlx and Diesel write into a new file. */
  private static final List<String> OF_TOOLS = List.of("Add down migration script here",
      "This file should undo anything in");

  @Override
  public void check(Day day, Findings findings) {
    if (day.steps().isEmpty() || day.migration().version().isEmpty() || !day.othersHaveDowns()) {
      return;
    }
    Optional<Down> down = day.down();
    if (down.filter(d -> !d.statements().isEmpty() || saysWhy(d, day)).isPresent() || leavesTheSchemaAsItWas(day)) {
      return;
    }
    findings.report(Opening.of(day)).about(Opening.subject("down-migration", day.migration()))
        .says("`%s` cannot be taken back: its down migration %s", day.migration().name(),
            down.isPresent() ? "holds no statement" : "is missing")
        .fact("why", "the others of this history have one, so a rollback stops here, or goes on with the wrong schema");
  }

  /** A file of its own that holds nothing but somebody's words: that there is no way back is decided. */
  private static boolean saysWhy(Down down, Day day) {
    String words = down.file().text().strip();
    return down.file() != day.file() && !words.isEmpty() && OF_TOOLS.stream().noneMatch(words::contains);
  }

  /** Rows that were filled in need not be emptied again. */
  private static boolean leavesTheSchemaAsItWas(Day day) {
    Catalog before = day.before().catalog();
    Catalog after = day.after().catalog();
    return Inventory.beside(after, before).equals(Inventory.beside(before, after));
  }
}
