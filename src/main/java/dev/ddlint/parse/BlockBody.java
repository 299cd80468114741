package dev.ddlint.parse;

import dev.ddlint.ir.DoBlock.Condition;
import dev.ddlint.ir.DoBlock.Embedded;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.parse.grammar.SqlLexer;
import dev.ddlint.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Walks through a PL/pgSQL body: finds the SQL statements in it and says how each is reached. The language's own
 * statements (assignments, RAISE, RETURN ...) are passed over; a composed EXECUTE is noted as dynamic. Manual, chapter
 * 41.
 */
final class BlockBody {
  private final SqlText text;
  private final StatementReader statements;
  private final List<Script.Trivia> trivia;
  private final List<Embedded> found = new ArrayList<>();
  private final List<Span> dynamic = new ArrayList<>();
  private final Deque<Frame> frames = new ArrayDeque<>();
  /** Between DECLARE and BEGIN, where any word may be a variable. */
  private boolean declaring;

  /**
   * An open block or branch.
   *
   * @param condition of all that stands in it, the frames around it included
   * @param around the condition outside
   * @param first index of the first statement found inside it
   */
  private record Frame(Condition condition, Condition around, int first) {}

  BlockBody(SqlText text, StatementReader statements, List<Script.Trivia> trivia) {
    this.text = text;
    this.statements = statements;
    this.trivia = trivia;
  }

  List<Embedded> statements() {
    return List.copyOf(found);
  }

  List<Span> dynamic() {
    return List.copyOf(dynamic);
  }

  /** A piece is what stands between two semicolons: control words, then at most one statement. */
  void piece(List<Token> tokens) {
    if (declaring && tokens.get(0).getType() != SqlLexer.BEGIN) {
      return;
    }
    declaring = false;
    for (int i = 0; i < tokens.size();) {
      int next = control(tokens, i);
      if (next == i) {
        statement(tokens.subList(i, tokens.size()));
        return;
      }
      i = next;
    }
  }

  /** Passes the control words at {@code i}; the same index when there are none. */
  private int control(List<Token> tokens, int i) {
    return switch (tokens.get(i).getType()) {
      case SqlLexer.BEGIN -> push(Condition.ALWAYS, i + 1);
      case SqlLexer.IF, SqlLexer.CASE -> push(Condition.CONDITIONAL, behind(tokens, i, SqlLexer.THEN));
      case SqlLexer.ELSIF, SqlLexer.WHEN -> behind(tokens, i, SqlLexer.THEN);
      case SqlLexer.ELSE -> i + 1;
      case SqlLexer.FOR, SqlLexer.WHILE -> push(Condition.CONDITIONAL, behind(tokens, i, SqlLexer.LOOP));
      case SqlLexer.LOOP -> push(Condition.CONDITIONAL, i + 1);
      case SqlLexer.EXCEPTION -> handlers(i + 1);
      case SqlLexer.END -> pop(tokens.size());
      case SqlLexer.SYMBOL -> isLabel(tokens, i) ? i + 5 : i;
      case SqlLexer.WORD -> switch (word(tokens, i)) {
        case "declare" -> declare(tokens, i + 1);
        case "elseif" -> behind(tokens, i, SqlLexer.THEN);
        case "foreach" -> push(Condition.CONDITIONAL, behind(tokens, i, SqlLexer.LOOP));
        default -> i;
      };
      default -> i;
    };
  }

  /** {@code <<name>>} */
  private boolean isLabel(List<Token> tokens, int i) {
    return i + 5 <= tokens.size() && word(tokens, i).equals("<") && word(tokens, i + 1).equals("<");
  }

  private int declare(List<Token> tokens, int next) {
    boolean empty = next < tokens.size() && tokens.get(next).getType() == SqlLexer.BEGIN;
    declaring = !empty;
    return empty ? next : tokens.size();
  }

  private int push(Condition condition, int next) {
    Condition around = condition();
    frames.push(new Frame(stronger(condition, around), around, found.size()));
    return next;
  }

  private int pop(int next) {
    if (!frames.isEmpty()) {
      frames.pop();
    }
    return next;
  }

  /** EXCEPTION: what the block did so far is guarded, what follows runs only after an error. */
  private int handlers(int next) {
    if (!frames.isEmpty()) {
      Frame block = frames.pop();
      found.subList(block.first(), found.size()).replaceAll(embedded -> embedded.condition() == Condition.ALWAYS
          ? new Embedded(embedded.statement(), Condition.GUARDED)
          : embedded);
      frames.push(new Frame(Condition.HANDLER, block.around(), found.size()));
    }
    return next;
  }

  private Condition condition() {
    Frame innermost = frames.peek();
    return innermost == null ? Condition.ALWAYS : innermost.condition();
  }

  private static Condition stronger(Condition one, Condition other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private void statement(List<Token> tokens) {
    int second = tokens.size() > 1 ? tokens.get(1).getType() : Token.EOF;
    boolean assignment = second == SqlLexer.COLON || second == SqlLexer.EQUAL || second == SqlLexer.DOT;
    if (assignment) {
      return;
    }
    switch (tokens.get(0).getType()) {
      case SqlLexer.CREATE, SqlLexer.ALTER, SqlLexer.DROP, SqlLexer.INSERT, SqlLexer.UPDATE, SqlLexer.DELETE,
          SqlLexer.MERGE, SqlLexer.TRUNCATE, SqlLexer.GRANT, SqlLexer.REVOKE, SqlLexer.COMMENT, SqlLexer.LOCK,
          SqlLexer.REFRESH, SqlLexer.REINDEX, SqlLexer.CLUSTER, SqlLexer.COPY, SqlLexer.SET, SqlLexer.RESET,
          SqlLexer.WITH ->
        found.add(new Embedded(statements.readEmbedded(tokens), condition()));
      case SqlLexer.EXECUTE -> execute(tokens);
      default -> {
      }
    }
  }

  /** A constant text is SQL like any other; only a composed one stays unknown. */
  private void execute(List<Token> tokens) {
    Span span = SqlText.span(tokens.get(0)).to(SqlText.span(tokens.get(tokens.size() - 1)));
    boolean alone = tokens.size() == 2;
    boolean constant = alone || (tokens.size() > 2
        && (tokens.get(2).getType() == SqlLexer.USING || tokens.get(2).getType() == SqlLexer.INTO));
    Optional<SqlText> opened = constant ? text.opened(tokens.get(1)) : Optional.empty();
    if (opened.isEmpty()) {
      dynamic.add(span);
      return;
    }
    SqlText inner = opened.get();
    StatementReader reader = inner == text ? statements : new StatementReader(inner, trivia);
    Span inside = SqlText.inside(tokens.get(1), text.all());
    new StatementSplitter(inner.all(), inside.start(), inside.end(), trivia, piece -> {
      Statement statement = reader.read(piece);
      if (statement instanceof Unrecognized) {
        dynamic.add(span);
      } else {
        found.add(new Embedded(statement, condition()));
      }
    }).split();
  }

  /** Index behind a keyword that stands outside of parentheses and CASE; the end when there is none. */
  private static int behind(List<Token> tokens, int from, int keyword) {
    int depth = 0;
    for (int i = from; i < tokens.size(); i++) {
      int type = tokens.get(i).getType();
      if (type == keyword && depth == 0) {
        return i + 1;
      }
      depth += switch (type) {
        case SqlLexer.LPAREN -> 1;
        case SqlLexer.RPAREN, SqlLexer.END -> -1;
        case SqlLexer.CASE -> i > from ? 1 : 0;
        default -> 0;
      };
    }
    return tokens.size();
  }

  private String word(List<Token> tokens, int i) {
    return SqlText.fold(text.raw(SqlText.span(tokens.get(i))));
  }
}
