package dev.ddlint.rule.lint;

import dev.ddlint.finding.ObjectPath;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Suppression;
import dev.ddlint.rule.SuppressionRule;
import java.util.stream.Collectors;

/** A comment that silences a finding and does not say why. */
@Rule("suppression-without-reason")
@Concerns(Effect.RUN)
public final class SuppressionWithoutReason implements SuppressionRule {

  @Override
  public void check(Suppression comment, Findings findings) {
    String said = comment.until().map(until -> comment.reason().replace("until=" + until.written(), ""))
        .orElse(comment.reason());
    if (comment.names().isEmpty() || said.chars().anyMatch(Character::isLetterOrDigit)) {
      return;
    }
    String names = comment.names().stream().map(Suppression.Name::written).collect(Collectors.joining(", "));
    findings.report(comment.place()).about(new ObjectPath("suppression", names))
        .says("this comment silences `%s` and does not say why", names)
        .fact("why", "nobody can tell later whether what made it right still holds")
        .fact("instead", "write the reason behind a colon: ddlint:ignore %s: <reason>", names);
  }
}
