package dev.ddlint.rule.lint;

import dev.ddlint.finding.ObjectPath;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Suppression;
import dev.ddlint.rule.SuppressionRule;

/** A comment that names no rule, or one that does not exist: it silences nothing. */
@Rule("unknown-rule")
@Concerns(Effect.RUN)
public final class UnknownRule implements SuppressionRule {

  @Override
  public void check(Suppression comment, Findings findings) {
    if (comment.foreign()) {
      return;
    }
    if (comment.names().isEmpty()) {
      findings.report(comment.place()).about(new ObjectPath("suppression", ""))
          .says("this comment names no rule, and silences nothing")
          .fact("instead", "name the rules: ddlint:ignore drop-column: <reason>");
    }
    for (Suppression.Name name : comment.names()) {
      if (!name.known()) {
        Findings.Report report = findings.report(name.place()).about(new ObjectPath("suppression", name.written()))
            .says("no rule is named `%s`: the comment silences nothing", name.written());
        name.nearest().ifPresent(nearest -> report.fact("instead", "did you mean `%s`?", nearest));
      }
    }
  }
}
