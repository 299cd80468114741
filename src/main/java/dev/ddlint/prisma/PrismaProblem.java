package dev.ddlint.prisma;

import dev.ddlint.text.Place;
import java.util.Optional;

/**
 * Something in a schema that Prisma would refuse.
 *
 * @param object the declaration that it is about: {@code User}, {@code User.email}
 * @param message lower case, names the declaration in backticks
 * @param help what to write instead, where that is clear
 * @param other another place that belongs to it, such as the first of two declarations
 */
public record PrismaProblem(Kind kind, String object, Place place, String message, Optional<String> help,
    Optional<Place> other) {

  /** What is wrong with it. */
  public enum Kind {
    /** The file cannot be read so. */
    SYNTAX,
    /** It can be read and has no meaning. */
    MEANING,
    /** An attribute that Prisma does not know. */
    ATTRIBUTE
  }
}
