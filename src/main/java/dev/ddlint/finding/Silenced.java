package dev.ddlint.finding;

import dev.ddlint.text.Place;
import java.util.Optional;

/**
 * A finding that is not reported, and what silences it.
 *
 * @param reason as it was given; empty when none was
 * @param place of the comment
 */
public record Silenced(Finding finding, Means means, String reason, Optional<Place> place) {

  /** Where it is said that a finding is not to be reported. */
  public enum Means {
    COMMENT, CONFIGURATION, BASELINE
  }

  /** By a comment in the finding's file, or in the one where it stands as well. */
  public static Silenced byComment(Finding finding, String reason, Place comment) {
    return new Silenced(finding, Means.COMMENT, reason, Optional.of(comment));
  }

  /** By an entry that stands in no migration. */
  public static Silenced outside(Finding finding, Means means, String reason) {
    return new Silenced(finding, means, reason, Optional.empty());
  }

  /** The same for another finding of the same thing. */
  public Silenced with(Finding other) {
    return new Silenced(other, means, reason, place);
  }
}
