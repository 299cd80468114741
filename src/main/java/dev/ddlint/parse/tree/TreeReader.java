package dev.ddlint.parse.tree;

import dev.ddlint.ir.DataStatement;
import dev.ddlint.ir.Expression;
import dev.ddlint.parse.ExpressionReader;
import java.util.Optional;
import net.sf.jsqlparser.statement.select.Select;

/** Reads trees. What cannot be read is unknown: a rule then says nothing. */
public final class TreeReader {

  private TreeReader() {}

  public static Optional<Tree> expression(Expression expression) {
    return ExpressionReader.expression(expression).map(tree -> new Trees(With.NONE).tree(tree));
  }

  public static Optional<DataTree> data(DataStatement statement) {
    return ExpressionReader.statement(statement.text()).flatMap(tree -> new Statements(With.NONE).data(tree));
  }

  /** A query: a view's, or the body of a function that is one query. */
  public static Optional<Query> query(Expression text) {
    return ExpressionReader.statement(text).filter(Select.class::isInstance)
        .map(select -> new Statements(With.NONE).query((Select) select));
  }
}
