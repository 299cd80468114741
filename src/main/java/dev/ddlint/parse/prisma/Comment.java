package dev.ddlint.parse.prisma;

import dev.ddlint.text.Span;

/**
 * A comment, kept because people speak to the linter there.
 *
 * @param text what stands behind or between the markers, without the space around it
 * @param span markers included
 */
public record Comment(Kind kind, String text, Span span) implements Node {

  /** How a comment is written. */
  public enum Kind {
    /** {@code //} to the end of the line. */
    LINE,
    /** {@code ///} to the end of the line. */
    DOCUMENTATION,
    /** {@code /*} and its end, over any number of lines. */
    BLOCK
  }
}
