package dev.ddlint.parse;

import dev.ddlint.ir.Expression;
import dev.ddlint.parse.grammar.SqlLexer;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** The names that an expression or query mentions, found without parsing it. */
public final class ExpressionWords {

  private ExpressionWords() {}

  /** All identifiers outside of strings, folded as PostgreSQL does it; function names and keywords included. */
  public static Set<String> of(Expression expression) {
    return of(expression.text());
  }

  /** As {@link #of(Expression)}. */
  public static Set<String> of(String written) {
    SqlText text = new SqlText(written, written, new Placeholders(Map.of()));
    SqlLexer lexer = new SqlLexer(new Utf16CharStream(written));
    Set<String> words = new LinkedHashSet<>();
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      if (token.getType() == SqlLexer.WORD || token.getType() == SqlLexer.QUOTED) {
        words.add(text.name((CommonToken) token));
      }
    }
    return words;
  }
}
