package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.stream.Stream;

/**
 * A statement that could not be understood.
 *
 * @param reason what was found and what was expected, in words
 * @param at the token at which understanding ended
 */
public record Unrecognized(String reason, Span at, Span span) implements Statement {

  /** The statement itself if it is one, or those that stand in it. */
  public static Stream<Unrecognized> in(Statement statement) {
    return switch (statement) {
      case Unrecognized unrecognized -> Stream.of(unrecognized);
      case DoBlock block -> block.unrecognized().stream();
      default -> Stream.empty();
    };
  }
}
