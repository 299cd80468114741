package dev.ddlint.rule.lint;

import dev.ddlint.finding.ObjectPath;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Suppression;
import dev.ddlint.rule.SuppressionRule;

/** A comment that silences nothing: what it was about is gone, or never was. */
@Rule("unused-suppression")
@Concerns(Effect.RUN)
public final class UnusedSuppression implements SuppressionRule {

  @Override
  public void check(Suppression comment, Findings findings) {
    if (comment.foreign() || comment.until().filter(Suppression.Until::passed).isPresent()) {
      return;
    }
    for (Suppression.Name name : comment.names()) {
      if (name.known() && name.judged() && !name.used()) {
        findings.report(name.place()).about(new ObjectPath("suppression", name.written()))
            .says("this comment silences nothing: there is no finding of `%s` here", name.written())
            .fact("why", "when one comes, it is silenced for a reason that nobody gave for it")
            .fact("instead", "take `%s` out of the comment", name.written());
      }
    }
  }
}
