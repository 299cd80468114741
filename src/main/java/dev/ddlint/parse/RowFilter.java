package dev.ddlint.parse;

import dev.ddlint.ir.DataStatement;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param nullColumns those that it wants to be NULL, folded
 * @param joined what an UPDATE joins, where that is one relation, all of it
 */
public record RowFilter(Kind kind, Set<String> nullColumns, Optional<Joined> joined) {
  private static final RowFilter EVERY = new RowFilter(Kind.EVERY, Set.of(), Optional.empty());
  private static final RowFilter SOME = new RowFilter(Kind.SOME, Set.of(), Optional.empty());

  /** @param columns of the relation that have to equal columns of the rows, folded */
  public record Joined(ObjectName relation, Set<String> columns) {}

  /** What a condition asks for. */
  private record Asked(Set<String> nulls, List<EqualsTo> equal) {}

  /** How a WHERE chooses. */
  public enum Kind {
    /** There is none, or it holds for each row. */
    EVERY,
    /** It only asks that columns are NULL. */
    NULLS,
    /** It joins relations by their columns, and may ask for NULLs besides. */
    JOIN,
    /** Anything else, what cannot be read included. */
    SOME
  }

  /** As {@link #of(Expression)}; without a WHERE no tree is needed. */
  public static RowFilter of(DataStatement statement) {
    boolean changes = statement.kind() == DataStatement.Kind.UPDATE || statement.kind() == DataStatement.Kind.DELETE;
    return changes && !statement.filtered() ? EVERY : of(statement.text());
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
    Asked asked = new Asked(new TreeSet<>(), new ArrayList<>());
    RowFilter filter = where(update.getWhere(), asked);
    boolean several = update.getJoins() != null && !update.getJoins().isEmpty();
    if (filter.kind() != Kind.JOIN) {
      return filter;
    }
    Optional<ObjectName> relation = several
        ? Optional.empty()
        : relation(update.getFromItem(), named(update.getWithItemsList()));
    return relation.map(name -> new RowFilter(Kind.JOIN, filter.nullColumns(),
        Optional.of(new Joined(name, columns(asked.equal(), alias(update.getFromItem())))))).orElse(SOME);
  }

  private static String alias(FromItem source) {
    if (source.getAlias() != null) {
      return ExpressionReader.name(source.getAlias().getName());
    }
    return source instanceof Table table ? ExpressionReader.name(table.getName()) : "";
  }

  private static Set<String> columns(List<EqualsTo> equal, String alias) {
    return equal.stream().flatMap(e -> Stream.of(e.getLeftExpression(), e.getRightExpression()))
        .map(ExpressionReader::unwrapped).filter(Column.class::isInstance).map(Column.class::cast)
        .filter(column -> column.getTable() != null && column.getTable().getName() != null
            && ExpressionReader.name(column.getTable().getName()).equals(alias))
        .map(column -> ExpressionReader.name(column.getColumnName())).collect(Collectors.toUnmodifiableSet());
  }

  /** The relation of which a source holds all rows. */
  private static Optional<ObjectName> relation(@Nullable FromItem source, List<WithItem<?>> named) {
    return switch (source) {
      case Table table -> {
        Optional<WithItem<?>> own = named.stream().filter(item -> isNamed(item, table)).findFirst();
        // Without itself: a recursive one would not end.
        List<WithItem<?>> others = named.stream().filter(item -> !isNamed(item, table)).toList();
        yield own.isEmpty()
            ? Optional.of(name(table))
            : own.map(WithItem::getParenthesedStatement).filter(ParenthesedSelect.class::isInstance)
                .map(ParenthesedSelect.class::cast).flatMap(inner -> relation(inner, others));
      }
      case ParenthesedSelect inner -> {
        boolean whole = query(inner.getSelect(), named).kind().compareTo(Kind.JOIN) <= 0;
        yield whole && inner.getSelect() instanceof PlainSelect plain
            ? relation(plain.getFromItem(), named)
            : Optional.empty();
      }
      case null, default -> Optional.empty();
    };
  }

  private static ObjectName name(Table table) {
    return new ObjectName(Optional.ofNullable(table.getSchemaName()).map(ExpressionReader::name),
        ExpressionReader.name(table.getName()), Span.NONE);
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
      case PlainSelect plain -> relation(plain.getFromItem(), named).isPresent() ? where(plain.getWhere()) : SOME;
      case ParenthesedSelect inner -> query(inner.getSelect(), named);
      case SetOperationList union -> union.getSelects().stream().map(part -> query(part, named))
          .filter(filter -> filter.kind() != Kind.SOME).findFirst().orElse(SOME);
      default -> SOME;
    };
  }

  private static RowFilter where(net.sf.jsqlparser.expression.@Nullable Expression condition) {
    return where(condition, new Asked(new TreeSet<>(), new ArrayList<>()));
  }

  private static RowFilter where(net.sf.jsqlparser.expression.@Nullable Expression condition, Asked asked) {
    if (condition == null || truth(condition).filter(Boolean::booleanValue).isPresent()) {
      return EVERY;
    }
    Kind kind = kind(condition, asked);
    return kind == Kind.SOME ? SOME : new RowFilter(kind, asked.nulls(), Optional.empty());
  }

  /** What a chain of ANDs asks for, taken together. */
  private static Kind kind(net.sf.jsqlparser.expression.Expression written, Asked asked) {
    net.sf.jsqlparser.expression.Expression condition = ExpressionReader.unwrapped(written);
    if (condition instanceof AndExpression and) {
      Kind left = kind(and.getLeftExpression(), asked);
      Kind right = kind(and.getRightExpression(), asked);
      return left.compareTo(right) > 0 ? left : right;
    }
    if (truth(condition).filter(Boolean::booleanValue).isPresent()) {
      return Kind.EVERY;
    }
    if (condition instanceof IsNullExpression test && !test.isNot()
        && ExpressionReader.unwrapped(test.getLeftExpression()) instanceof Column column) {
      asked.nulls().add(ExpressionReader.name(column.getColumnName()));
      return Kind.NULLS;
    }
    if (condition instanceof EqualsTo equals && isColumn(equals.getLeftExpression())
        && isColumn(equals.getRightExpression())) {
      asked.equal().add(equals);
      return Kind.JOIN;
    }
    return Kind.SOME;
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
