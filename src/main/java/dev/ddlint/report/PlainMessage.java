package dev.ddlint.report;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Finding;

/** All that a finding says, as lines of plain text, for readers that show nothing else beside the place. */
final class PlainMessage {

  private PlainMessage() {}

  static String of(Finding finding) {
    StringBuilder text = new StringBuilder(SarifRules.sentence(finding.headline()));
    for (Finding.Fact fact : finding.facts()) {
      text.append('\n').append(SarifRules.sentence(fact.label() + ": " + fact.text()));
    }
    if (Also.isAny(finding)) {
      text.append("\nAlso: ").append(Also.places(finding)).append('.');
    }
    finding.advice().ifPresent(advice -> advice(text, advice));
    return text.toString();
  }

  private static void advice(StringBuilder text, Advice advice) {
    for (Advice.Step step : advice.steps()) {
      text.append("\nInstead, ").append(step.when()).append(":\n").append(String.join("\n", step.lines()));
    }
    if (!advice.steps().isEmpty()) {
      text.append("\nThe rule's help says more.");
    }
  }

  /** Lines without the characters that hide, reverse or move text, and without commands. */
  static String safe(String text) {
    return String.join("\n", SafeText.lines(text));
  }
}
