package dev.ddlint.parse;

import dev.ddlint.ir.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.Update;
import org.jspecify.annotations.Nullable;

/**
 * Which rows an UPDATE, a DELETE or the query of an INSERT reaches.
 *
 * @param kind how its WHERE chooses
 * @param nullColumns those that it wants to be NULL, folded; empty unless it asks for nothing else
 */
public record RowFilter(Kind kind, Set<String> nullColumns) {
  private static final RowFilter EVERY = new RowFilter(Kind.EVERY, Set.of());
  private static final RowFilter SOME = new RowFilter(Kind.SOME, Set.of());

  /** How a WHERE chooses. */
  public enum Kind {
    /** There is none, or it holds for each row. */
    EVERY,
    /** It only asks that columns are NULL. */
    NULLS,
    /** It only joins tables by their columns. */
    JOIN,
    /** Anything else, what cannot be read included. */
    SOME
  }

  /** Reads the statement's tree; what cannot be read reaches some rows. */
  public static RowFilter of(Expression statement) {
    return ExpressionReader.statement(statement).map(RowFilter::of).orElse(SOME);
  }

  private static RowFilter of(Statement statement) {
    return switch (statement) {
      case Delete delete -> delete.getLimit() == null ? where(delete.getWhere()) : SOME;
      case Update update -> update.getLimit() == null ? update(update) : SOME;
      case Insert insert when insert.getSelect() != null -> query(insert.getSelect(), named(insert.getWithItemsList()));
      default -> SOME;
    };
  }

  /** A join reaches all rows only where what it joins is not chosen itself. */
  private static RowFilter update(Update update) {
    RowFilter filter = where(update.getWhere());
    List<WithItem<?>> named = named(update.getWithItemsList());
    return filter.kind() != Kind.JOIN || isWhole(update.getFromItem(), named) ? filter : SOME;
  }

  private static boolean isWhole(@Nullable FromItem source, List<WithItem<?>> named) {
    return switch (source) {
      case Table table -> named.stream().filter(item -> isNamed(item, table)).findFirst()
          .map(item -> item.getParenthesedStatement() instanceof ParenthesedSelect inner && isWhole(inner, named))
          .orElse(true);
      case ParenthesedSelect inner -> {
        Kind kind = query(inner.getSelect(), named).kind();
        yield kind == Kind.EVERY || kind == Kind.JOIN;
      }
      case null, default -> false;
    };
  }

  private static boolean isNamed(WithItem<?> item, Table table) {
    return ExpressionReader.name(item.getUnquotedAliasName()).equals(ExpressionReader.name(table.getName()));
  }

  private static List<WithItem<?>> named(@Nullable List<WithItem<?>> items) {
    return items == null ? List.of() : items;
  }

  private static RowFilter query(Select query, List<WithItem<?>> around) {
    if (query.getLimit() != null || query.getFetch() != null) {
      return SOME;
    }
    List<WithItem<?>> named = new ArrayList<>(around);
    named.addAll(named(query.getWithItemsList()));
    return switch (query) {
      case PlainSelect plain -> isWhole(plain.getFromItem(), named) ? where(plain.getWhere()) : SOME;
      case ParenthesedSelect inner -> query(inner.getSelect(), named);
      case SetOperationList union -> union.getSelects().stream().map(part -> query(part, named))
          .filter(filter -> filter.kind() != Kind.SOME).findFirst().orElse(SOME);
      default -> SOME;
    };
  }

  private static RowFilter where(net.sf.jsqlparser.expression.@Nullable Expression condition) {
    if (condition == null || truth(condition).filter(Boolean::booleanValue).isPresent()) {
      return EVERY;
    }
    Set<String> columns = new TreeSet<>();
    Kind kind = kind(condition, columns);
    return new RowFilter(kind, kind == Kind.NULLS ? columns : Set.of());
  }

  /** What a chain of ANDs asks for, taken together. */
  private static Kind kind(net.sf.jsqlparser.expression.Expression written, Set<String> columns) {
    net.sf.jsqlparser.expression.Expression condition = ExpressionReader.unwrapped(written);
    if (condition instanceof AndExpression and) {
      Kind left = kind(and.getLeftExpression(), columns);
      Kind right = kind(and.getRightExpression(), columns);
      return left.compareTo(right) > 0 ? left : right;
    }
    if (truth(condition).filter(Boolean::booleanValue).isPresent()) {
      return Kind.EVERY;
    }
    if (condition instanceof IsNullExpression test && !test.isNot()
        && ExpressionReader.unwrapped(test.getLeftExpression()) instanceof Column column) {
      columns.add(ExpressionReader.name(column.getColumnName()));
      return Kind.NULLS;
    }
    return condition instanceof EqualsTo equals && isColumn(equals.getLeftExpression())
        && isColumn(equals.getRightExpression()) ? Kind.JOIN : Kind.SOME;
  }

  private static boolean isColumn(net.sf.jsqlparser.expression.Expression e) {
    return ExpressionReader.unwrapped(e) instanceof Column column && truth(column).isEmpty();
  }

  /** What a condition of constants is; empty when rows decide. */
  private static Optional<Boolean> truth(net.sf.jsqlparser.expression.Expression written) {
    return switch (ExpressionReader.unwrapped(written)) {
      case BooleanValue value -> Optional.of(value.getValue());
      case Column column when column.getTable() == null -> word(column.getColumnName());
      case NotExpression not -> truth(not.getExpression()).map(value -> !value);
      case AndExpression and -> both(and, false);
      case OrExpression or -> both(or, true);
      case EqualsTo equals -> same(equals);
      case NotEqualsTo differs -> same(differs).map(value -> !value);
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> word(String name) {
    return switch (SqlText.fold(name)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** One side may decide alone: OR by true, AND by false. */
  private static Optional<Boolean> both(BinaryExpression chain, boolean deciding) {
    Optional<Boolean> left = truth(chain.getLeftExpression());
    Optional<Boolean> right = truth(chain.getRightExpression());
    boolean decided = left.filter(v -> v == deciding).isPresent() || right.filter(v -> v == deciding).isPresent();
    if (decided) {
      return Optional.of(deciding);
    }
    return left.isPresent() && right.isPresent() ? Optional.of(!deciding) : Optional.empty();
  }

  private static Optional<Boolean> same(BinaryExpression comparison) {
    net.sf.jsqlparser.expression.Expression left = ExpressionReader.unwrapped(comparison.getLeftExpression());
    net.sf.jsqlparser.expression.Expression right = ExpressionReader.unwrapped(comparison.getRightExpression());
    if (left instanceof LongValue a && right instanceof LongValue b) {
      return Optional.of(a.getBigIntegerValue().equals(b.getBigIntegerValue()));
    }
    return left instanceof StringValue a && right instanceof StringValue b
        ? Optional.of(a.getValue().equals(b.getValue()))
        : Optional.empty();
  }
}
