package dev.ddlint.rule.lint;

import dev.ddlint.finding.ObjectPath;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Suppression;
import dev.ddlint.rule.SuppressionRule;

/** A comment whose last day has passed: it silences nothing any more. */
@Rule("expired-suppression")
@Concerns(Effect.RUN)
public final class ExpiredSuppression implements SuppressionRule {

  @Override
  public void check(Suppression comment, Findings findings) {
    comment.until().filter(Suppression.Until::passed).ifPresent(until -> {
      Findings.Report report = findings.report(until.place())
          .about(new ObjectPath("suppression", "until=" + until.written()));
      if (until.day().isPresent()) {
        report.says("this comment held until %s, and silences nothing any more", until.written()).fact("instead",
            "mend what it is about, or agree on a new day");
      } else {
        report.says("`until=%s` is no date, so the comment silences nothing", until.written()).fact("instead",
            "write it as until=2027-01-31");
      }
    });
  }
}
