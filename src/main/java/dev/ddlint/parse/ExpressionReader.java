package dev.ddlint.parse;

import dev.ddlint.ir.Expression;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.Statement;

/**
 * Reads the expressions that the grammar only skims, when a rule asks for one. What JSqlParser cannot read is unknown:
 * a rule then says less, never something wrong.
 */
public final class ExpressionReader {
  /** Beyond this JSqlParser's time grows out of bounds; no expression of the corpus comes near. */
  private static final int LONGEST = 20_000;
  private static final int DEEPEST = 40;
  /** The same few defaults and conditions stand in many tables. */
  private static final Remembered<net.sf.jsqlparser.expression.Expression> EXPRESSIONS = new Remembered<>(2_000);
  /** Several rules read a statement, one behind the other. */
  private static final Remembered<Statement> STATEMENTS = new Remembered<>(64);

  /** The trees that were asked for last, by their text. */
  private static final class Remembered<T> extends LinkedHashMap<String, Optional<T>> {
    private static final long serialVersionUID = 1L;
    private final int most;

    Remembered(int most) {
      super(64, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Optional<T>> eldest) {
      return size() > most;
    }

    /** Reads outside the lock: two threads may read the same text, none waits for another's. */
    Optional<T> of(String text, Function<String, Optional<T>> reading) {
      synchronized (this) {
        if (containsKey(text)) {
          return getOrDefault(text, Optional.empty());
        }
      }
      Optional<T> read = reading.apply(text);
      synchronized (this) {
        put(text, read);
      }
      return read;
    }
  }

  private ExpressionReader() {}

  /** The tree of an expression, shared and not to be changed; empty when it is unknown. */
  public static Optional<net.sf.jsqlparser.expression.Expression> expression(Expression e) {
    return EXPRESSIONS.of(e.text(), ExpressionReader::parse);
  }

  /** The tree of a query or of a statement that writes rows, shared and not to be changed; empty when it is unknown. */
  public static Optional<Statement> statement(Expression e) {
    return STATEMENTS.of(e.text(), ExpressionReader::parseStatement);
  }

  /**
   * The columns of which a CHECK proves that they hold no NULL: those that stand as {@code c IS NOT NULL} among its
   * conjuncts. PostgreSQL 12 and later skips the scan of SET NOT NULL for them. Names are folded.
   */
  public static Set<String> notNullColumns(Expression check) {
    Set<String> columns = new TreeSet<>();
    expression(check).ifPresent(tree -> collect(tree, columns));
    return columns;
  }

  /** Down the left side in a loop: a long chain of ANDs leans to the left. */
  private static void collect(net.sf.jsqlparser.expression.Expression tree, Set<String> columns) {
    net.sf.jsqlparser.expression.Expression rest = tree;
    while (rest instanceof AndExpression and) {
      collect(and.getRightExpression(), columns);
      rest = and.getLeftExpression();
    }
    if (rest instanceof ParenthesedExpressionList<?> group && group.size() == 1) {
      collect(group.get(0), columns);
    } else if (rest instanceof IsNullExpression test && test.isNot()
        && unwrapped(test.getLeftExpression()) instanceof Column column) {
      columns.add(name(column.getColumnName()));
    }
  }

  /** Without parentheses around it. */
  static net.sf.jsqlparser.expression.Expression unwrapped(net.sf.jsqlparser.expression.Expression tree) {
    net.sf.jsqlparser.expression.Expression inner = tree;
    while (inner instanceof ParenthesedExpressionList<?> group && group.size() == 1) {
      inner = group.get(0);
    }
    return inner;
  }

  /** A name as PostgreSQL knows it: without its quotes, or folded. */
  public static String name(String written) {
    return SqlText.cut(written.startsWith("\"")
        ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
        : SqlText.fold(written));
  }

  private static Optional<net.sf.jsqlparser.expression.Expression> parse(String text) {
    if (isTooLarge(text)) {
      return Optional.empty();
    }
    try {
      CCJSqlParser parser = parser(text);
      net.sf.jsqlparser.expression.Expression tree = parser.Expression();
      return parser.getNextToken().kind == 0 ? Optional.of(tree) : Optional.empty();
    } catch (ParseException | TokenMgrException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static Optional<Statement> parseStatement(String text) {
    if (isTooLarge(text)) {
      return Optional.empty();
    }
    try {
      CCJSqlParser parser = parser(text);
      Statement tree = parser.Statement();
      return parser.getNextToken().kind == 0 ? Optional.ofNullable(tree) : Optional.empty();
    } catch (ParseException | TokenMgrException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static boolean isTooLarge(String text) {
    return text.length() > LONGEST || depth(text) > DEEPEST;
  }

  /** Not CCJSqlParserUtil.parse: it starts a thread for each call. */
  private static CCJSqlParser parser(String text) throws ParseException {
    return new CCJSqlParser(text).withAllowComplexParsing(true).withSquareBracketQuotation(false);
  }

  /** How deep parentheses and brackets nest, those in strings included: a bound need not be exact. */
  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }
}
