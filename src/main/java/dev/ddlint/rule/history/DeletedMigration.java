package dev.ddlint.rule.history;

import dev.ddlint.project.Migration;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.HistoryRule;
import dev.ddlint.rule.Rule;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import java.util.Optional;

/** A migration that was there is gone, or has another name: databases that applied it know one that no file explains. */
@Rule("deleted-migration")
@Concerns(Effect.DATA_FAILURE)
public final class DeletedMigration implements HistoryRule {

  @Override
  public void check(Reviewed history, Findings findings) {
    for (Migration migration : history.standing().gone()) {
      if (history.project().layout().appliesOnce(migration)) {
        report(history, migration, findings);
      }
    }
  }

  private static void report(Reviewed history, Migration migration, Findings findings) {
    String text = history.standing().review().gone().getOrDefault(migration.file(), "");
    String ref = history.standing().review().ref();
    SourceFile then = new SourceFile(migration.shownPath(), text);
    Findings.Report report = findings.report(new Place(then, Opening.of(then)))
        .about(Opening.subject("migration", migration));
    Optional<Migration> renamed = renamed(history, text);
    if (renamed.isPresent()) {
      report.says("`%s` is renamed to `%s`: databases that applied it run it once more", migration.name(),
          renamed.get().name());
      history.file(renamed.get()).ifPresent(file -> report.related(new Place(file, Opening.of(file)), "the same text"));
    } else {
      report.says("`%s` is gone: databases that applied it and new ones differ", migration.name());
    }
    report.fact("was", "on %s; %s has written it down where it was applied", ref, history.project().layout().title())
        .fact("instead", "%s", renamed.isPresent()
            ? "leave the name as it is"
            : "restore the file; what it did is taken back by a migration of its own");
  }

  private static Optional<Migration> renamed(Reviewed history, String text) {
    return history.project().migrations().stream().filter(history.standing()::isAdded)
        .filter(m -> history.file(m).filter(file -> file.text().equals(text)).isPresent()).findFirst();
  }
}
