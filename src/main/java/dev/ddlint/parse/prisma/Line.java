package dev.ddlint.parse.prisma;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * The tokens of a line, at least one, without comments and line end.
 *
 * @param documentation the text of the {@code ///} comments above and behind
 */
record Line(List<Token> tokens, Optional<String> documentation) {

  Line {
    tokens = List.copyOf(tokens);
  }

  boolean startsWith(int tokenType) {
    return tokens.getFirst().getType() == tokenType;
  }

  Span span() {
    return span(tokens);
  }

  /** A part of this line. */
  Line part(List<Token> part) {
    return new Line(part, documentation);
  }

  static Span span(List<Token> tokens) {
    return span(tokens.getFirst()).to(span(tokens.getLast()));
  }

  static Span span(Token token) {
    return new Span(token.getStartIndex(), token.getStopIndex() + 1);
  }
}
