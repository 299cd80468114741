package dev.ddlint.parse;

import dev.ddlint.ir.Expression;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.parse.grammar.SqlLexer;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Finds and renames the columns that an expression may mention, token by token, without parsing it. */
public final class ExpressionNames {

  private ExpressionNames() {}

  /** The names that can be columns: no function, no type behind {@code ::}, no qualifier before a dot. */
  public static Set<String> columns(Expression expression) {
    Set<String> columns = new LinkedHashSet<>();
    SqlText text = text(expression);
    List<CommonToken> tokens = tokens(expression);
    for (int i = 0; i < tokens.size(); i++) {
      if (canBeColumn(tokens, i)) {
        columns.add(text.name(tokens.get(i)));
      }
    }
    return columns;
  }

  /** The functions that a text calls, qualified as written; a body is read as its statements are. */
  public static Set<String> functions(Expression expression) {
    Set<String> functions = new LinkedHashSet<>();
    SqlText text = text(expression);
    List<CommonToken> tokens = tokens(expression);
    for (int i = 0; i < tokens.size(); i++) {
      boolean called = i + 1 < tokens.size() && tokens.get(i + 1).getType() == SqlLexer.LPAREN;
      if ((isWord(tokens.get(i)) || tokens.get(i).getType() == SqlLexer.QUOTED) && (called || isBare(tokens.get(i)))) {
        String name = text.name(tokens.get(i));
        boolean qualified = i > 1 && tokens.get(i - 1).getType() == SqlLexer.DOT;
        functions.add(qualified ? text.name(tokens.get(i - 2)) + "." + name : name);
      }
    }
    return functions;
  }

  /** The expression with each call of these functions, as written, in a query of its own; those that are stay. */
  public static String wrapped(Expression expression, Set<String> calls) {
    StringBuilder wrapped = new StringBuilder();
    SqlText text = text(expression);
    List<CommonToken> tokens = tokens(expression);
    int end = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      boolean qualified = i > 1 && tokens.get(i - 1).getType() == SqlLexer.DOT;
      int first = qualified ? i - 2 : i;
      String name = isWord(tokens.get(i)) || tokens.get(i).getType() == SqlLexer.QUOTED
          ? (qualified ? text.name(tokens.get(i - 2)) + "." : "") + text.name(tokens.get(i))
          : "";
      boolean alone = first > 0 && tokens.get(first - 1).getType() == SqlLexer.SELECT;
      if (calls.contains(name) && tokens.get(i + 1).getType() == SqlLexer.LPAREN && !alone) {
        int close = closing(tokens, i + 1);
        int start = tokens.get(first).getStartIndex();
        int behind = tokens.get(close).getStopIndex() + 1;
        wrapped.append(expression.text(), end, start).append("(SELECT ").append(expression.text(), start, behind)
            .append(')');
        end = behind;
        i = close;
      }
    }
    return wrapped.append(expression.text(), end, expression.text().length()).toString();
  }

  private static int closing(List<CommonToken> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      int type = tokens.get(i).getType();
      depth += type == SqlLexer.LPAREN ? 1 : type == SqlLexer.RPAREN ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return tokens.size() - 1;
  }

  /** Functions that SQL writes without parentheses. */
  private static boolean isBare(Token token) {
    return switch (SqlText.fold(token.getText())) {
      case "current_user", "session_user", "current_role", "user" -> true;
      default -> false;
    };
  }

  /** All names, each with the one before its dot where there is one: a table's schema, or a column's table. */
  public static Set<ObjectName> qualified(Expression expression) {
    Set<ObjectName> names = new LinkedHashSet<>();
    SqlText text = text(expression);
    List<CommonToken> tokens = tokens(expression);
    for (int i = 0; i < tokens.size(); i++) {
      if (isName(tokens.get(i))) {
        boolean part = i > 1 && tokens.get(i - 1).getType() == SqlLexer.DOT && isName(tokens.get(i - 2));
        Optional<String> schema = part ? Optional.of(text.name(tokens.get(i - 2))) : Optional.empty();
        names.add(new ObjectName(schema, text.name(tokens.get(i)), Span.NONE));
      }
    }
    return names;
  }

  private static boolean isName(CommonToken token) {
    return token.getType() == SqlLexer.QUOTED || isWord(token);
  }

  /** The expression with a column's name replaced; its span still tells where it was written. */
  public static Expression renamed(Expression expression, String from, String to) {
    StringBuilder renamed = new StringBuilder();
    SqlText text = text(expression);
    List<CommonToken> tokens = tokens(expression);
    int end = 0;
    for (int i = 0; i < tokens.size(); i++) {
      CommonToken token = tokens.get(i);
      if (canBeColumn(tokens, i) && text.name(token).equals(from)) {
        renamed.append(expression.text(), end, token.getStartIndex()).append('"').append(to.replace("\"", "\"\""))
            .append('"');
        end = token.getStopIndex() + 1;
      }
    }
    renamed.append(expression.text(), end, expression.text().length());
    return new Expression(renamed.toString(), expression.functions(), expression.span());
  }

  private static boolean canBeColumn(List<CommonToken> tokens, int i) {
    int before = i == 0 ? Token.EOF : tokens.get(i - 1).getType();
    int after = i + 1 == tokens.size() ? Token.EOF : tokens.get(i + 1).getType();
    return isName(tokens.get(i)) && after != SqlLexer.LPAREN && after != SqlLexer.DOT
        && before != SqlLexer.TYPECAST
        && after != SqlLexer.STRING;
  }

  /** The lexer has tokens of their own for the key words of DDL, most of which may name a column. */
  private static boolean isWord(Token token) {
    String text = token.getText();
    return (Character.isUnicodeIdentifierStart(text.charAt(0)) || text.charAt(0) == '_')
        && text.chars().allMatch(c -> Character.isUnicodeIdentifierPart(c) || c == '$');
  }

  private static SqlText text(Expression expression) {
    return new SqlText(expression.text(), expression.text(), new Placeholders(Map.of()));
  }

  private static List<CommonToken> tokens(Expression expression) {
    SqlLexer lexer = new SqlLexer(new Utf16CharStream(expression.text()));
    List<CommonToken> tokens = new ArrayList<>();
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        tokens.add((CommonToken) token);
      }
    }
    return tokens;
  }
}
