package dev.ddlint.parse.prisma;

import static dev.ddlint.parse.grammar.PrismaParser.*;

import dev.ddlint.parse.grammar.PrismaParser;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says in words what the parser expected and what it found. */
final class SyntaxError {

  private SyntaxError() {}

  /** The error of a line; at the end of the line it points at the last token. */
  static PrismaError of(RecognitionException e, List<Token> line) {
    Token found = e.getOffendingToken();
    Span span = Line.span(found.getType() == Token.EOF ? line.getLast() : found);
    return switch (found.getType()) {
      case UNCLOSED_STRING -> PrismaError.at(span, "the string is not closed on this line");
      case OTHER -> PrismaError.at(span, "unexpected `" + found.getText() + "`, expected " + expected(e));
      case Token.EOF -> PrismaError.at(span, "expected " + expected(e) + ", found the end of the line");
      default -> PrismaError.at(span, "expected " + expected(e) + ", found `" + found.getText() + "`");
    };
  }

  /** The one or two things that a writer would think of, not every token that fits. */
  private static String expected(RecognitionException e) {
    IntervalSet set = e.getExpectedTokens();
    if (set.contains(NUMBER)) {
      return "a value";
    }
    if (set.contains(AT)) {
      return set.contains(Token.EOF) ? "an attribute or the end of the line" : "an attribute";
    }
    if (set.contains(COMMA)) {
      return "`,` or " + closing(set);
    }
    if (set.contains(WORD)) {
      return set.contains(LEFT_BRACKET) ? "a type" : "a name";
    }
    return join(set);
  }

  private static String closing(IntervalSet set) {
    return set.contains(RIGHT_BRACKET) ? "`]`" : set.contains(RIGHT_BRACE) ? "`}`" : "`)`";
  }

  private static String join(IntervalSet set) {
    List<String> names = new ArrayList<>();
    for (int type : set.toList()) {
      if (type != DOT) {
        names.add(name(type));
      }
    }
    return String.join(" or ", names);
  }

  private static String name(int type) {
    return switch (type) {
      case Token.EOF -> "the end of the line";
      case STRING -> "a string";
      default -> PrismaParser.VOCABULARY.getLiteralName(type).replace('\'', '`');
    };
  }
}
