package dev.ddlint.parse;

import dev.ddlint.ir.DoBlock;
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
 * Opens DO blocks: finds the SQL statements in a PL/pgSQL body and says how each is reached. The language's own
 * statements (assignments, RAISE, RETURN ...) are passed over; a composed EXECUTE is noted as dynamic.
 */
final class BlockReader {
  private final SqlText text;
  private final StatementReader statements;
  private final List<Script.Trivia> trivia;

  BlockReader(SqlText text, StatementReader statements, List<Script.Trivia> trivia) {
    this.text = text;
    this.statements = statements;
    this.trivia = trivia;
  }

  DoBlock read(StatementTokens tokens) {
    Optional<String> language = Optional.empty();
    Token body = null;
    List<Token> raw = tokens.raw();
    for (int i = 1; i < raw.size(); i++) {
      boolean string = switch (raw.get(i).getType()) {
        case SqlLexer.STRING, SqlLexer.ESCAPE_STRING, SqlLexer.DOLLAR_STRING -> true;
        default -> false;
      };
      if (raw.get(i - 1).getType() == SqlLexer.LANGUAGE) {
        language = Optional.of(string ? text.string(raw.get(i)) : text.name(raw.get(i)));
      } else if (string && body == null) {
        body = raw.get(i);
      }
    }
    boolean quoted = body != null && body.getType() == SqlLexer.DOLLAR_STRING;
    if (body == null || !quoted || !language.orElse("plpgsql").equals("plpgsql")) {
      return new DoBlock(language, List.of(), List.of(tokens.span()), tokens.span());
    }
    return open(language, body, tokens.span());
  }

  private DoBlock open(Optional<String> language, Token body, Span span) {
    Span whole = SqlText.span(body);
    int tag = text.raw(whole).indexOf('$', 1) + 1;
    Body reader = new Body();
    List<List<Token>> pieces = new StatementSplitter(text.all(), whole.start() + tag, whole.end() - tag, trivia)
        .split();
    pieces.forEach(reader::piece);
    return new DoBlock(language, List.copyOf(reader.found), List.copyOf(reader.dynamic), span);
  }

  /** The state while a body is walked through: which blocks and branches are open. */
  private final class Body {
    private final List<Embedded> found = new ArrayList<>();
    private final List<Span> dynamic = new ArrayList<>();
    private final Deque<Frame> frames = new ArrayDeque<>();

    /** @param first index of the first statement found inside it */
    private record Frame(Condition condition, boolean block, int first) {}

    /** A piece is what stands between two semicolons: control words, then at most one statement. */
    void piece(List<Token> tokens) {
      int i = 0;
      while (i < tokens.size()) {
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
      int type = tokens.get(i).getType();
      String word = word(tokens, i);
      if (word.equals("declare")) {
        return behind(tokens, i, SqlLexer.BEGIN, tokens.size() - 1) == tokens.size() ? tokens.size() : i + 1;
      }
      return switch (type) {
        case SqlLexer.BEGIN -> push(Condition.ALWAYS, true, i + 1);
        case SqlLexer.IF -> push(Condition.CONDITIONAL, false, behind(tokens, i, SqlLexer.THEN, tokens.size()));
        case SqlLexer.ELSIF -> behind(tokens, i, SqlLexer.THEN, tokens.size());
        case SqlLexer.ELSE -> i + 1;
        case SqlLexer.CASE -> push(Condition.CONDITIONAL, false, behind(tokens, i, SqlLexer.THEN, tokens.size()));
        case SqlLexer.WHEN -> behind(tokens, i, SqlLexer.THEN, tokens.size());
        case SqlLexer.FOR, SqlLexer.WHILE ->
          push(Condition.CONDITIONAL, false, behind(tokens, i, SqlLexer.LOOP, tokens.size()));
        case SqlLexer.LOOP -> push(Condition.CONDITIONAL, false, i + 1);
        case SqlLexer.EXCEPTION -> handlers(i + 1);
        case SqlLexer.END -> pop(tokens.size());
        default -> word.equals("elseif")
            ? behind(tokens, i, SqlLexer.THEN, tokens.size())
            : word.equals("foreach")
                ? push(Condition.CONDITIONAL, false, behind(tokens, i, SqlLexer.LOOP, tokens.size()))
                : word.equals("<") && word(tokens, i + 1).equals("<") ? Math.min(tokens.size(), i + 5) : i;
      };
    }

    private int push(Condition condition, boolean block, int next) {
      frames.push(new Frame(condition, block, found.size()));
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
        for (int i = block.first(); i < found.size(); i++) {
          if (found.get(i).condition() == Condition.ALWAYS) {
            found.set(i, new Embedded(found.get(i).statement(), Condition.GUARDED));
          }
        }
        frames.push(new Frame(Condition.HANDLER, true, found.size()));
      }
      return next;
    }

    private Condition condition() {
      Condition strongest = Condition.ALWAYS;
      for (Frame frame : frames) {
        strongest = frame.condition().compareTo(strongest) > 0 ? frame.condition() : strongest;
      }
      return strongest;
    }

    private void statement(List<Token> tokens) {
      switch (tokens.get(0).getType()) {
        case SqlLexer.CREATE, SqlLexer.ALTER, SqlLexer.DROP, SqlLexer.INSERT, SqlLexer.UPDATE, SqlLexer.DELETE,
            SqlLexer.MERGE, SqlLexer.TRUNCATE, SqlLexer.GRANT, SqlLexer.REVOKE, SqlLexer.COMMENT, SqlLexer.LOCK,
            SqlLexer.REFRESH, SqlLexer.REINDEX, SqlLexer.CLUSTER, SqlLexer.COPY, SqlLexer.SET, SqlLexer.RESET,
            SqlLexer.WITH ->
          found.add(new Embedded(statements.read(tokens), condition()));
        case SqlLexer.EXECUTE -> execute(tokens);
        default -> {
        }
      }
    }

    /** A constant text is SQL like any other; only a composed one stays unknown. */
    private void execute(List<Token> tokens) {
      Span span = SqlText.span(tokens.get(0)).to(SqlText.span(tokens.get(tokens.size() - 1)));
      boolean constant = tokens.size() == 2;
      Optional<Span> inner = constant ? constantText(tokens.get(1)) : Optional.empty();
      if (inner.isEmpty()) {
        dynamic.add(span);
        return;
      }
      for (List<Token> piece : new StatementSplitter(text.all(), inner.get().start(), inner.get().end(), trivia)
          .split()) {
        Statement statement = statements.read(piece);
        if (statement instanceof Unrecognized) {
          dynamic.add(span);
        } else {
          found.add(new Embedded(statement, condition()));
        }
      }
    }

    private Optional<Span> constantText(Token token) {
      Span span = SqlText.span(token);
      String written = text.raw(span);
      if (token.getType() == SqlLexer.DOLLAR_STRING) {
        int tag = written.indexOf('$', 1) + 1;
        return Optional.of(new Span(span.start() + tag, span.end() - tag));
      }
      boolean plain = token.getType() == SqlLexer.STRING && written.charAt(0) == '\''
          && written.indexOf('\'', 1) == written.length() - 1;
      return plain ? Optional.of(new Span(span.start() + 1, span.end() - 1)) : Optional.empty();
    }

    private int behind(List<Token> tokens, int from, int keyword, int otherwise) {
      int depth = 0;
      for (int i = from; i < tokens.size(); i++) {
        int type = tokens.get(i).getType();
        depth += type == SqlLexer.LPAREN ? 1 : type == SqlLexer.RPAREN ? -1 : 0;
        depth += type == SqlLexer.CASE && i > from ? 1 : type == SqlLexer.END ? -1 : 0;
        if (type == keyword && depth == 0) {
          return i + 1;
        }
      }
      return otherwise + 1 > tokens.size() ? tokens.size() : otherwise;
    }

    private String word(List<Token> tokens, int i) {
      return i < tokens.size() ? SqlText.fold(text.raw(SqlText.span(tokens.get(i)))) : "";
    }
  }
}
