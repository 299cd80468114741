package dev.ddlint.parse;

import dev.ddlint.ir.Expression;
import dev.ddlint.parse.grammar.SqlLexer;
import org.antlr.v4.runtime.Token;

/** Counts the rows that a statement writes out, however long it is: from its tokens, without a tree. */
public final class ValueRows {

  private ValueRows() {}

  /** The groups behind VALUES; 0 when there is none. */
  public static int count(Expression statement) {
    SqlLexer lexer = new SqlLexer(new Utf16CharStream(statement.text()));
    int rows = 0;
    int depth = 0;
    boolean values = false;
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      switch (token.getType()) {
        case SqlLexer.WORD -> values = depth > 0 ? values : isValues(token.getText(), values);
        case SqlLexer.LPAREN -> {
          rows += values && depth == 0 ? 1 : 0;
          depth++;
        }
        case SqlLexer.RPAREN -> depth--;
        default -> {
        }
      }
    }
    return rows;
  }

  /** ON CONFLICT ends the rows. */
  private static boolean isValues(String word, boolean before) {
    return word.equalsIgnoreCase("values") || before && !word.equalsIgnoreCase("on");
  }
}
