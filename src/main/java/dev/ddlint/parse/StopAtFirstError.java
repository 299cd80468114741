package dev.ddlint.parse;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Ends a statement's parse at its first mistake: recovery is by statement, never inside one. */
final class StopAtFirstError extends DefaultErrorStrategy {

  /** Thrown to leave the generated parser; it is caught where the statement is read. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Token at;
    private final transient IntervalSet expected;

    Stopped(Token at, IntervalSet expected) {
      super(null, null, false, false);
      this.at = at;
      this.expected = expected;
    }

    Token at() {
      return at;
    }

    IntervalSet expected() {
      return expected;
    }
  }

  @Override
  public void recover(Parser parser, RecognitionException e) {
    Token at = e.getOffendingToken() == null ? parser.getCurrentToken() : e.getOffendingToken();
    throw new Stopped(at, new IntervalSet());
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw new Stopped(parser.getCurrentToken(), new InputMismatchException(parser).getExpectedTokens());
  }

  @Override
  public void sync(Parser parser) {
    // Looking ahead for a place to resume costs time and serves recovery only.
  }

  @Override
  public void reportError(Parser parser, RecognitionException e) {
    // recover() says it.
  }
}
