package dev.ddlint.rule;

import dev.ddlint.physics.Statistics;
import java.util.Map;
import java.util.Optional;

/**
 * What a project's configuration tells the rules.
 *
 * @param postgresVersion the major version that the advice must hold for
 * @param session what the sessions that run migrations begin with, by PostgreSQL's name of the setting:
 *        {@code timezone}, {@code lock_timeout}, {@code statement_timeout}
 * @param statistics the tables' sizes, where they are known
 */
public record Settings(int postgresVersion, Map<String, String> session, Statistics statistics) {
  public static final int OLDEST_POSTGRES = 14;
  public static final Settings DEFAULT = new Settings(OLDEST_POSTGRES, Map.of(), Statistics.NONE);

  /** The sessions' time zone, where it is known. */
  public Optional<String> timeZone() {
    return Optional.ofNullable(session.get("timezone"));
  }

  public Settings withPostgresVersion(int version) {
    return new Settings(version, session, statistics);
  }

  public Settings withStatistics(Statistics other) {
    return new Settings(postgresVersion, session, other);
  }

  public Settings withSession(Map<String, String> other) {
    return new Settings(postgresVersion, Map.copyOf(other), statistics);
  }
}
