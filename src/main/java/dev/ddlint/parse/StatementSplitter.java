package dev.ddlint.parse;

import dev.ddlint.parse.Script.Kind;
import dev.ddlint.parse.Script.Trivia;
import dev.ddlint.parse.grammar.SqlLexer;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Cuts a text into statements at the semicolons outside parentheses and outside {@code BEGIN ATOMIC ... END}, as psql
 * does it.
 */
final class StatementSplitter {
  private static final String BREAKPOINT = "--> statement-breakpoint";
  private static final List<String> SENDING = List.of("g", "watch", "crosstabview");
  private static final String END_OF_DATA = "\\.";

  private final String text;
  private final int end;
  private final Utf16CharStream input;
  private final SqlLexer lexer;
  private final Consumer<List<Token>> statements;
  private final List<Trivia> trivia;
  private List<Token> current = new ArrayList<>();
  private int depth;
  private int firstSemicolon = -1;
  private int atomic;
  /** Set once a parenthesis or body was never closed: from there on every semicolon ends a statement. */
  private boolean ignoreDepth;

  /** @param statements is given the tokens of each statement, without the semicolon; none is empty */
  StatementSplitter(String text, int start, int end, List<Trivia> trivia, Consumer<List<Token>> statements) {
    this.text = text;
    this.end = end;
    this.input = new Utf16CharStream(text, start, end);
    this.lexer = new SqlLexer(input);
    this.trivia = trivia;
    this.statements = statements;
  }

  /** Hands the statements over one by one, so that a large file is never held as tokens. */
  void split() {
    while (true) {
      Token token = lexer.nextToken();
      if (token.getType() == Token.EOF) {
        if (firstSemicolon >= 0) {
          startOver();
          continue;
        }
        finish();
        return;
      }
      accept((CommonToken) token);
    }
  }

  private void accept(CommonToken token) {
    switch (token.getType()) {
      case SqlLexer.SPACE -> {
      }
      case SqlLexer.LINE_COMMENT -> {
        trivia.add(new Trivia(Kind.LINE_COMMENT, SqlText.span(token)));
        if (text.startsWith(BREAKPOINT, token.getStartIndex())) {
          finish();
        }
      }
      case SqlLexer.BLOCK_COMMENT -> trivia.add(new Trivia(Kind.BLOCK_COMMENT, SqlText.span(token)));
      case SqlLexer.PSQL_COMMAND -> {
        trivia.add(new Trivia(Kind.PSQL_COMMAND, SqlText.span(token)));
        if (sends(token)) {
          finish();
        }
      }
      case SqlLexer.SEMI -> semicolon(token);
      default -> add(token);
    }
  }

  /** {@code \g}, {@code \gexec}, {@code \watch} and the like send the statement as a semicolon does. */
  private boolean sends(Token token) {
    return SENDING.stream().anyMatch(command -> text.startsWith(command, token.getStartIndex() + 1));
  }

  private void add(CommonToken token) {
    switch (token.getType()) {
      case SqlLexer.WORD ->
        token.setType(Keywords.typeOf(text, token.getStartIndex(), token.getStopIndex() + 1));
      case SqlLexer.LPAREN, SqlLexer.LBRACKET -> depth++;
      case SqlLexer.RPAREN, SqlLexer.RBRACKET -> depth = Math.max(0, depth - 1);
      default -> {
      }
    }
    trackAtomicBody(token);
    current.add(token);
  }

  /** BEGIN ATOMIC ... END holds semicolons; CASE ... END may stand inside it. */
  private void trackAtomicBody(Token token) {
    if (atomic == 0) {
      boolean opens = token.getType() == SqlLexer.ATOMIC && !current.isEmpty() && last().getType() == SqlLexer.BEGIN
          && current.get(0).getType() == SqlLexer.CREATE;
      atomic = opens ? 1 : 0;
    } else if (token.getType() == SqlLexer.CASE || token.getType() == SqlLexer.BEGIN) {
      atomic++;
    } else if (token.getType() == SqlLexer.END) {
      atomic--;
    }
  }

  private Token last() {
    return current.get(current.size() - 1);
  }

  private void semicolon(Token token) {
    boolean inside = (depth > 0 || atomic > 0) && !ignoreDepth;
    if (!inside) {
      finish();
      return;
    }
    if (firstSemicolon < 0) {
      firstSemicolon = token.getStartIndex();
    }
    current.add(token);
  }

  /** A parenthesis or an ATOMIC body was never closed: cut at the first semicolon behind it, so that only one statement is lost. */
  private void startOver() {
    List<Token> kept = new ArrayList<>();
    for (Token token : current) {
      if (token.getStartIndex() < firstSemicolon) {
        kept.add(token);
      }
    }
    int from = firstSemicolon;
    trivia.removeIf(t -> t.span().start() > from);
    current = kept;
    atomic = 0;
    ignoreDepth = true;
    finish();
    lexer.reset();
    input.seek(from + 1);
  }

  private void finish() {
    List<Token> finished = current;
    while (!finished.isEmpty() && last().getType() == SqlLexer.SEMI) {
      finished.remove(finished.size() - 1);
    }
    current = new ArrayList<>();
    depth = 0;
    atomic = 0;
    firstSemicolon = -1;
    if (!finished.isEmpty()) {
      statements.accept(finished);
      if (isCopyFromStdin(finished)) {
        skipData();
      }
    }
  }

  private boolean isCopyFromStdin(List<Token> tokens) {
    if (tokens.get(0).getType() != SqlLexer.COPY || tokens.size() < 2 || tokens.get(1).getType() == SqlLexer.LPAREN) {
      return false;
    }
    for (int i = 1; i + 1 < tokens.size(); i++) {
      Token next = tokens.get(i + 1);
      if (tokens.get(i).getType() == SqlLexer.FROM
          && SqlText.span(next).of(text).equalsIgnoreCase("stdin")) {
        return true;
      }
    }
    return false;
  }

  /** The data of COPY ... FROM STDIN runs from the next line to a line that holds only {@code \.}. */
  private void skipData() {
    int line = text.indexOf('\n', input.index());
    int start = line < 0 || line >= end ? end : line + 1;
    int at = start;
    while (at < end) {
      int next = text.indexOf('\n', at);
      int lineEnd = next < 0 || next > end ? end : next;
      if (text.substring(at, lineEnd).strip().equals(END_OF_DATA)) {
        at = lineEnd;
        break;
      }
      at = Math.min(end, lineEnd + 1);
    }
    if (at > start) {
      trivia.add(new Trivia(Kind.COPY_DATA, new Span(start, at)));
    }
    input.seek(at);
  }
}
