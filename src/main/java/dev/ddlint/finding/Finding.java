package dev.ddlint.finding;

import dev.ddlint.text.Place;
import java.util.List;
import java.util.Optional;

/**
 * One thing said about one place.
 *
 * @param rule the rule's id
 * @param headline names the consequence: lower case, no full stop, objects in backticks
 * @param place the clause that does it
 * @param object what it is about: {@code public.users.email}
 * @param facts what stands behind it, in the order to be read
 * @param advice what to do instead
 * @param fixes edits that do it
 * @param fingerprint stays the same when lines move, files are renamed or messages reworded
 */
public record Finding(String rule, Level level, String headline, Place place, ObjectPath object, List<Fact> facts,
    List<Related> related, Optional<Advice> advice, List<Fix> fixes, String fingerprint) {

  /** @param label one word: {@code lock}, {@code fails}, {@code why}, {@code not seen} */
  public record Fact(String label, String text) {}

  /** Another place that belongs to it: where the object was made. */
  public record Related(Place place, String message) {}
}
