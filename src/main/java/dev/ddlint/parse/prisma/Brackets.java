package dev.ddlint.parse.prisma;

import static dev.ddlint.parse.grammar.PrismaParser.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** What brackets say about a line, found without recursion: the parser's own stack bears only so many. */
final class Brackets {
  private static final int MOST = 100;

  private Brackets() {}

  /** The bracket that opens a deeper nesting than the parser is given. */
  static Optional<Token> tooDeep(List<Token> tokens) {
    int depth = 0;
    for (Token token : tokens) {
      depth += step(token);
      if (depth > MOST) {
        return Optional.of(token);
      }
    }
    return Optional.empty();
  }

  /** Cuts before each {@code @} outside of brackets; the first piece may be empty. */
  static List<List<Token>> cutAtAttributes(List<Token> tokens) {
    List<List<Token>> pieces = new ArrayList<>();
    int from = 0;
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth = Math.max(0, depth + step(token));
      if (depth == 0 && (token.getType() == AT || token.getType() == AT_AT)) {
        pieces.add(tokens.subList(from, i));
        from = i;
      }
    }
    pieces.add(tokens.subList(from, tokens.size()));
    return pieces;
  }

  /** Whether the line ends in a brace that it did not open. */
  static boolean endsInClosingBrace(List<Token> tokens) {
    int open = 0;
    for (Token token : tokens) {
      open += token.getType() == LEFT_BRACE ? 1 : token.getType() == RIGHT_BRACE ? -1 : 0;
    }
    return open < 0 && tokens.getLast().getType() == RIGHT_BRACE;
  }

  private static int step(Token token) {
    return switch (token.getType()) {
      case LEFT_PARENTHESIS, LEFT_BRACKET, LEFT_BRACE -> 1;
      case RIGHT_PARENTHESIS, RIGHT_BRACKET, RIGHT_BRACE -> -1;
      default -> 0;
    };
  }
}
