package dev.ddlint.engine;

import dev.ddlint.config.Configuration;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Silenced;
import java.util.Optional;

/** The configuration's last word on each finding, behind which it counts. */
final class Verdict {
  private final Tally tally;
  private final Ignores ignores;
  private final Overrides overrides;

  Verdict(Shared run) {
    this.tally = run.tally();
    this.ignores = new Ignores(run.configuration(), run.index(), run.today());
    this.overrides = new Overrides(run.configuration(), run.index());
    tally.notices(ignores.expired());
  }

  /** A finding that no comment silences. */
  void on(Finding finding) {
    overrides.apply(finding).ifPresent(levelled -> {
      Optional<Silenced> silenced = ignores.silence(levelled);
      silenced.ifPresent(tally::silenced);
      if (silenced.isEmpty()) {
        tally.finding(levelled);
      }
    });
  }

  void on(Silenced silenced) {
    overrides.apply(silenced.finding()).ifPresent(levelled -> tally.silenced(silenced.with(levelled)));
  }
}
