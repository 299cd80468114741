package dev.ddlint.rule.history;

import dev.ddlint.project.Migration;
import dev.ddlint.project.Standing;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.HistoryRule;
import dev.ddlint.rule.Rule;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import java.util.Optional;

/** A new migration sorts before one that is there: databases that are past it may never run it. */
@Rule("out-of-order-migration")
@Concerns(Effect.SCHEMA_STATE)
public final class OutOfOrderMigration implements HistoryRule {

  @Override
  public void check(Reviewed history, Findings findings) {
    Standing standing = history.standing();
    for (Migration migration : history.project().migrations()) {
      boolean counted = !migration.version().isEmpty() && history.project().layout().appliesOnce(migration);
      Optional<SourceFile> file = history.file(migration);
      if (counted && standing.isAdded(migration) && file.isPresent()) {
        standing.newestBehind(migration).ifPresent(
            newest -> report(history, migration, newest, new Place(file.get(), Opening.of(file.get())), findings));
      }
    }
  }

  private static void report(Reviewed history, Migration migration, Migration newest, Place place, Findings findings) {
    String ref = history.standing().review().ref();
    findings.report(place).about(Opening.subject("migration", migration))
        .says("`%s` sorts before `%s`, which is on %s: databases past that may never run it", migration.name(),
            newest.name(), ref)
        .fact("why", "tools stop, pass it over, or run it after what it was to come before; new databases run it first")
        .fact("instead", "give it a version behind %s", newest.version());
  }
}
