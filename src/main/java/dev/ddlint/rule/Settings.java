package dev.ddlint.rule;

import java.util.Optional;

/**
 * What a project's configuration tells the rules.
 *
 * @param postgresVersion the major version that the advice must hold for
 * @param timeZone of the sessions that run migrations, where it is known
 */
public record Settings(int postgresVersion, Optional<String> timeZone) {
  public static final int OLDEST_POSTGRES = 14;
  public static final Settings DEFAULT = new Settings(OLDEST_POSTGRES, Optional.empty());
}
