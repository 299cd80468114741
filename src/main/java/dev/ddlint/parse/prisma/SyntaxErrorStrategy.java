package dev.ddlint.parse.prisma;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Ends the parse of a line at its first error. Unlike ANTLR's bail strategy it looks at each decision, so that
 * the error knows all that could have followed.
 */
final class SyntaxErrorStrategy extends DefaultErrorStrategy {

  @Override
  public void reportError(Parser parser, RecognitionException e) {
    // The line's reader reports it.
  }

  @Override
  public void recover(Parser parser, RecognitionException e) {
    throw new ParseCancellationException(e);
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw new InputMismatchException(parser);
  }

  @Override
  public void sync(Parser parser) {
    IntervalSet next = parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
    if (!next.contains(parser.getInputStream().LA(1)) && !next.contains(Token.EPSILON)) {
      throw new InputMismatchException(parser);
    }
  }
}
