package dev.ddlint.rule.history;

import dev.ddlint.project.Migration;
import dev.ddlint.project.Standing;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.MigrationRule;
import dev.ddlint.rule.Rule;
import java.util.Optional;

/** Two migrations with one version: the tool refuses to run, or runs one of them only. */
@Rule("duplicate-version")
@Concerns(Effect.DATA_FAILURE)
public final class DuplicateVersion implements MigrationRule {

  @Override
  public void check(Day day, Findings findings) {
    Migration migration = day.migration();
    Optional<Migration> other = migration.version().isEmpty() ? Optional.empty() : sameVersion(day);
    if (other.isEmpty()) {
      return;
    }
    boolean ahead = day.standing().review().ahead().contains(other.get().file());
    findings.report(Opening.of(day)).about(Opening.subject("version", migration))
        .says("the version %s is taken by `%s`: %s runs one of the two, or none", migration.version(),
            other.get().name(), day.project().layout().title())
        .fact("other", "%s%s", other.get().shownPath(), ahead
            ? ", which came to " + day.standing().review().ref()
                + " since this branch began: git merges the two without a conflict"
            : "");
  }

  /** The one that was there first. */
  private static Optional<Migration> sameVersion(Day day) {
    Standing standing = day.standing();
    boolean before = true;
    for (Migration other : standing.ofVersion(day.migration().version(), day.project().layout())) {
      if (other.file().equals(day.migration().file())) {
        before = false;
      } else if (!standing.review().gone().containsKey(other.file()) && isFirst(other, day, before)) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  /** What is new gives way to what is old, wherever it sorts. */
  private static boolean isFirst(Migration other, Day day, boolean before) {
    boolean otherNew = day.standing().isAdded(other);
    boolean mineNew = day.standing().isAdded(day.migration());
    return otherNew == mineNew ? before : mineNew;
  }
}
