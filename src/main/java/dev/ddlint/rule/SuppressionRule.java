package dev.ddlint.rule;

/** A rule about the comments that silence findings. */
public interface SuppressionRule {

  /** Reports what is wrong with the comment, or nothing; called when all other rules have spoken. */
  void check(Suppression comment, Findings findings);
}
