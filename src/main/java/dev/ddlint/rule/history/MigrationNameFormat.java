package dev.ddlint.rule.history;

import dev.ddlint.project.Beside;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.MigrationRule;
import dev.ddlint.rule.Rule;

/** A file that looks like a migration of the folder's tool and is not named as the tool wants: it never runs. */
@Rule("migration-name-format")
@Concerns(Effect.RUN)
public final class MigrationNameFormat implements MigrationRule {

  @Override
  public void check(Day day, Findings findings) {
    if (!(day.project().layout() instanceof Beside beside) || !looksLikeOne(day.migration().name())) {
      return;
    }
    findings.report(Opening.of(day)).about(Opening.subject("migration-name", day.migration()))
        .says("%s passes `%s` over: it is not named `%s`", beside.tool().title(),
            day.migration().file().getFileName(), beside.tool().scheme())
        .fact("why", "the files beside it are %s's; this one is not run, and nothing says so", beside.tool().title());
  }

  /** A number in front, after a letter or two: seeds and queries that lie in the folder have none. */
  private static boolean looksLikeOne(String name) {
    int letters = 0;
    while (letters < name.length() && letters < 2 && Character.isLetter(name.charAt(letters))) {
      letters++;
    }
    boolean separated = letters < name.length() && name.charAt(letters) == '_';
    int at = letters + (separated ? 1 : 0);
    return letters < 2 && at < name.length() && Character.isDigit(name.charAt(at));
  }
}
