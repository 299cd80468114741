package dev.ddlint.parse;

import dev.ddlint.ir.DoBlock;
import dev.ddlint.parse.grammar.SqlLexer;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Reads DO: its language and, where that is PL/pgSQL, the statements in its body. */
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
    Optional<Token> body = Optional.empty();
    List<Token> raw = tokens.raw();
    for (int i = 1; i < raw.size(); i++) {
      Token token = raw.get(i);
      boolean string = switch (token.getType()) {
        case SqlLexer.STRING, SqlLexer.ESCAPE_STRING, SqlLexer.DOLLAR_STRING -> true;
        default -> false;
      };
      if (raw.get(i - 1).getType() == SqlLexer.LANGUAGE) {
        language = Optional.of(string ? text.string(token) : text.name(token));
      } else if (string && body.isEmpty()) {
        body = Optional.of(token);
      }
    }
    boolean readable = body.isPresent() && body.get().getType() == SqlLexer.DOLLAR_STRING
        && language.orElse("plpgsql").equalsIgnoreCase("plpgsql");
    return readable
        ? open(language, SqlText.inside(body.get(), text.all()), tokens.span())
        : new DoBlock(language, List.of(), List.of(tokens.span()), tokens.span());
  }

  private DoBlock open(Optional<String> language, Span inside, Span span) {
    BlockBody body = new BlockBody(text, statements, trivia);
    new StatementSplitter(text.all(), inside.start(), inside.end(), trivia, body::piece).split();
    return new DoBlock(language, body.statements(), body.dynamic(), span);
  }
}
