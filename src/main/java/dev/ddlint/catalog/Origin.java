package dev.ddlint.catalog;

import dev.ddlint.text.Place;

/**
 * Where an object was made.
 *
 * @param place the clause
 * @param migration the ordinal of the migration in its history; {@link #BEFORE_HISTORY} for what the history only
 *        mentions
 */
public record Origin(Place place, int migration) {
  public static final int BEFORE_HISTORY = -1;

  /** Whether the thing was there before the given migration. */
  public boolean isBefore(int other) {
    return migration < other;
  }
}
