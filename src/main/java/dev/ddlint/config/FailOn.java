package dev.ddlint.config;

import dev.ddlint.finding.Level;
import java.util.Locale;

/** From which level on findings make a run fail. */
public enum FailOn {
  ERROR, WARNING, NOTE, NEVER;

  /** As the configuration and the command line write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a finding of this level makes the run fail. */
  public boolean isReachedBy(Level level) {
    return this != NEVER && level.ordinal() <= ordinal();
  }
}
