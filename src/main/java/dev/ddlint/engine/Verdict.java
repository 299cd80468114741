package dev.ddlint.engine;

import dev.ddlint.config.Configuration;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Silenced;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RuleKind;
import java.util.Optional;
import java.util.stream.Collectors;

/** The configuration's last word on each finding, behind which it counts. */
final class Verdict {
  private final Shared run;
  private final Tally tally;
  private final Ignores ignores;
  private final Overrides overrides;

  Verdict(Shared run) {
    this.run = run;
    this.tally = run.tally();
    this.ignores = new Ignores(run.configuration(), run.index(), run.today());
    this.overrides = new Overrides(run.configuration(), run.index());
    tally.notices(ignores.expired());
  }

  /** A finding that no comment silences. */
  void on(Finding finding) {
    Optional<Silenced> silenced = ignores.silence(finding);
    overrides.apply(finding).ifPresent(levelled -> silenced.ifPresentOrElse(
        one -> tally.silenced(one.with(levelled)), () -> tally.finding(levelled)));
  }

  /** A finding that a comment silences; an entry for it is of use when the comment goes. */
  void on(Silenced silenced) {
    ignores.silence(silenced.finding());
    overrides.apply(silenced.finding()).ifPresent(levelled -> tally.silenced(silenced.with(levelled)));
  }

  /** When there is nothing more to come: what the entries had to do. The rules about a history speak in reviews only. */
  void close() {
    if (!run.configuration().ignores().isEmpty()) {
      tally.unused(ignores.unused(run.rules().entries().stream().filter(rule -> rule.kind() != RuleKind.HISTORY)
          .map(RuleIndex.Entry::id).collect(Collectors.toSet())));
    }
  }
}
