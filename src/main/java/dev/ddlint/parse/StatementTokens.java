package dev.ddlint.parse;

import dev.ddlint.parse.grammar.SqlLexer;
import dev.ddlint.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/**
 * One statement's tokens for the parser. What lies three parentheses deep is one PARENS token: no structure that the
 * grammar reads stands there, and so no nesting in the input, however deep, becomes recursion.
 */
final class StatementTokens implements TokenStream {
  private static final int DEEPEST = 2;

  private final List<Token> raw;
  private final Token[] tokens;
  private final @Nullable Token unbalanced;
  private int at;

  StatementTokens(List<Token> raw) {
    this.raw = raw;
    this.tokens = collapse();
    this.unbalanced = findUnbalanced();
  }

  private Token[] collapse() {
    List<Token> tokens = new ArrayList<>(raw.size() + 1);
    int depth = 0;
    CommonToken group = null;
    for (Token token : raw) {
      int type = token.getType();
      boolean opens = type == SqlLexer.LPAREN || type == SqlLexer.LBRACKET;
      boolean closes = type == SqlLexer.RPAREN || type == SqlLexer.RBRACKET;
      if (opens && ++depth == DEEPEST + 1) {
        group = new CommonToken(token);
        group.setType(SqlLexer.PARENS);
        add(tokens, group);
      }
      if (group == null) {
        add(tokens, token);
      } else {
        group.setStopIndex(token.getStopIndex());
      }
      if (closes && depth-- == DEEPEST + 1) {
        group = null;
      }
    }
    CommonToken eof = new CommonToken(Token.EOF, "end of statement");
    int end = raw.isEmpty() ? 0 : raw.get(raw.size() - 1).getStopIndex() + 1;
    eof.setStartIndex(end);
    eof.setStopIndex(end - 1);
    add(tokens, eof);
    return tokens.toArray(Token[]::new);
  }

  /** The first parenthesis or bracket that has no partner; null when all have. */
  @Nullable
  Token unbalanced() {
    return unbalanced;
  }

  private @Nullable Token findUnbalanced() {
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : raw) {
      int type = token.getType();
      if (type == SqlLexer.LPAREN || type == SqlLexer.LBRACKET) {
        open.push(token);
      } else if (type == SqlLexer.RPAREN || type == SqlLexer.RBRACKET) {
        int partner = type == SqlLexer.RPAREN ? SqlLexer.LPAREN : SqlLexer.LBRACKET;
        if (open.isEmpty() || open.pop().getType() != partner) {
          return token;
        }
      }
    }
    return open.peekLast();
  }

  private static void add(List<Token> tokens, Token token) {
    ((CommonToken) token).setTokenIndex(tokens.size());
    tokens.add(token);
  }

  /** All tokens of the statement, the deep ones too. */
  List<Token> raw() {
    return raw;
  }

  Span span() {
    return SqlText.span(raw.get(0)).to(SqlText.span(raw.get(raw.size() - 1)));
  }

  /** The type of the i-th token, 0-based; EOF behind the end. */
  int type(int i) {
    return i < tokens.length ? tokens[i].getType() : Token.EOF;
  }

  int count() {
    return tokens.length - 1;
  }

  @Override
  public Token LT(int k) {
    int index = k > 0 ? at + k - 1 : at + k;
    return tokens[Math.max(0, Math.min(index, tokens.length - 1))];
  }

  @Override
  public int LA(int i) {
    return LT(i).getType();
  }

  @Override
  public Token get(int index) {
    return tokens[index];
  }

  @Override
  public void consume() {
    at = Math.min(at + 1, tokens.length - 1);
  }

  @Override
  public int index() {
    return at;
  }

  @Override
  public void seek(int index) {
    at = index;
  }

  @Override
  public int size() {
    return tokens.length;
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // All tokens are here: nothing to let go.
  }

  @Override
  public TokenSource getTokenSource() {
    throw new IllegalStateException("the tokens were lexed beforehand");
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }

  @Override
  public String getText(Interval interval) {
    throw new IllegalStateException("text is taken from the file");
  }

  @Override
  public String getText() {
    return getText(Interval.INVALID);
  }

  @Override
  public String getText(RuleContext context) {
    return getText(Interval.INVALID);
  }

  @Override
  public String getText(Token start, Token stop) {
    return getText(Interval.INVALID);
  }
}
