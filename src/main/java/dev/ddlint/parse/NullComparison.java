package dev.ddlint.parse;

import dev.ddlint.ir.Expression;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.StatementVisitorAdapter;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.select.FromItemVisitorAdapter;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectVisitorAdapter;
import net.sf.jsqlparser.statement.update.Update;
import org.jspecify.annotations.Nullable;

/**
 * A comparison with the literal NULL, which is neither true nor false for any row (manual, section 9.2).
 *
 * @param equal {@code =}, else {@code <>}
 * @param operand what is compared, as the parser prints it
 */
public record NullComparison(boolean equal, String operand) {

  /** Those in the conditions of a query or statement, those of its subqueries included; in the order of the tree. */
  public static List<NullComparison> in(Expression statement) {
    return ExpressionReader.statement(statement).map(NullComparison::of).orElse(List.of());
  }

  /** Those in a condition. */
  public static List<NullComparison> inCondition(Expression condition) {
    Conditions conditions = new Conditions();
    ExpressionReader.expression(condition).ifPresent(conditions::look);
    return List.copyOf(conditions.found);
  }

  private static List<NullComparison> of(Statement statement) {
    Conditions conditions = new Conditions();
    statement.accept(conditions.statements, null);
    return List.copyOf(conditions.found);
  }

  /** Walks through the conditions of a statement. */
  private static final class Conditions {
    private final List<NullComparison> found = new ArrayList<>();
    private boolean inCondition;

    private final ExpressionVisitorAdapter<Void> expressions = new ExpressionVisitorAdapter<>() {
      @Override
      public <S> Void visit(EqualsTo equals, S context) {
        compare(equals, true);
        return super.visit(equals, context);
      }

      @Override
      public <S> Void visit(NotEqualsTo differs, S context) {
        compare(differs, false);
        return super.visit(differs, context);
      }
    };

    private final FromItemVisitorAdapter<Void> sources = new FromItemVisitorAdapter<>(expressions);

    private final SelectVisitorAdapter<Void> selects = new SelectVisitorAdapter<>(expressions, sources) {
      @Override
      public <S> Void visit(PlainSelect select, S context) {
        boolean around = inCondition;
        inCondition = false;
        select.getSelectItems().forEach(item -> item.getExpression().accept(expressions, null));
        if (select.getFromItem() != null) {
          select.getFromItem().accept(getFromItemVisitor(), null);
        }
        for (Join join : select.getJoins() == null ? List.<Join>of() : select.getJoins()) {
          join.getFromItem().accept(getFromItemVisitor(), null);
          join.getOnExpressions().forEach(Conditions.this::look);
        }
        look(select.getWhere());
        look(select.getHaving());
        inCondition = around;
        return null;
      }
    };

    private final StatementVisitorAdapter<Void> statements = new StatementVisitorAdapter<>(selects) {
      @Override
      public <S> Void visit(Delete delete, S context) {
        look(delete.getWhere());
        return null;
      }

      @Override
      public <S> Void visit(Update update, S context) {
        look(update.getWhere());
        return null;
      }
    };

    private Conditions() {
      sources.setSelectVisitor(selects);
      expressions.setSelectVisitor(selects);
    }

    private void look(net.sf.jsqlparser.expression.@Nullable Expression condition) {
      if (condition != null) {
        boolean around = inCondition;
        inCondition = true;
        condition.accept(expressions, null);
        inCondition = around;
      }
    }

    private void compare(BinaryExpression comparison, boolean equal) {
      if (!inCondition) {
        return;
      }
      boolean right = ExpressionReader.unwrapped(comparison.getRightExpression()) instanceof NullValue;
      boolean left = ExpressionReader.unwrapped(comparison.getLeftExpression()) instanceof NullValue;
      if (left || right) {
        found.add(new NullComparison(equal,
            (right ? comparison.getLeftExpression() : comparison.getRightExpression()).toString()));
      }
    }
  }
}
