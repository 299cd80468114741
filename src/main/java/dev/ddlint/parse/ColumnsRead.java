package dev.ddlint.parse;

import dev.ddlint.ir.Expression;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a query or a condition reads, each with the relations that it can belong to: those of its own level
 * first, then those of the queries around it.
 */
public final class ColumnsRead {
  /** Stands for all columns of its relations. */
  public static final String ALL = "*";

  private final List<Read> found = new ArrayList<>();
  private final Walk walk = new Walk();

  /** @param levels the relations in reach, innermost level first; one level of one relation where it is qualified */
  public record Read(String column, List<List<ObjectName>> levels) {}

  /**
   * The sources of one query.
   *
   * @param relations by the name that the query gives them; empty for what is no relation, such as a subquery
   * @param hidden names of common table expressions, which hide relations
   */
  private record Level(Map<String, Optional<ObjectName>> relations, List<String> hidden, Optional<Level> around) {

    private List<List<ObjectName>> all() {
      List<List<ObjectName>> levels = new ArrayList<>();
      for (Optional<Level> level = Optional.of(this); level.isPresent(); level = level.get().around()) {
        levels.add(level.get().relations().values().stream().flatMap(Optional::stream).toList());
      }
      return levels;
    }

    private Optional<ObjectName> named(String alias) {
      Optional<ObjectName> own = relations.getOrDefault(alias, Optional.empty());
      return relations.containsKey(alias) ? own : around.flatMap(level -> level.named(alias));
    }

    private boolean hides(String name) {
      return hidden.contains(name) || around.filter(level -> level.hides(name)).isPresent();
    }
  }

  private ColumnsRead() {}

  /** Those of a query; empty when it cannot be read. */
  public static List<Read> ofQuery(Expression query) {
    ColumnsRead read = new ColumnsRead();
    ExpressionReader.statement(query).filter(Select.class::isInstance).map(Select.class::cast)
        .ifPresent(select -> read.select(select, Optional.empty()));
    return List.copyOf(read.found);
  }

  /** Those of a condition about a table's rows. */
  public static List<Read> ofCondition(Expression condition, ObjectName table) {
    ColumnsRead read = new ColumnsRead();
    Level level = new Level(Map.of(table.name(), Optional.of(table)), List.of(), Optional.empty());
    ExpressionReader.expression(condition).ifPresent(tree -> tree.accept(read.walk, level));
    return List.copyOf(read.found);
  }

  private void select(Select select, Optional<Level> around) {
    List<String> hidden = new ArrayList<>();
    Level outer = new Level(Map.of(), hidden, around);
    for (WithItem<?> item : Optional.ofNullable(select.getWithItemsList()).orElse(List.of())) {
      hidden.add(ExpressionReader.name(item.getUnquotedAliasName()));
      if (item.getParenthesedStatement() instanceof ParenthesedSelect inner) {
        select(inner, Optional.of(outer));
      }
    }
    switch (select) {
      case PlainSelect plain -> plain(plain, outer);
      case ParenthesedSelect inner -> select(inner.getSelect(), Optional.of(outer));
      case SetOperationList union -> union.getSelects().forEach(part -> select(part, Optional.of(outer)));
      default -> {
      }
    }
  }

  private void plain(PlainSelect select, Level around) {
    Level level = new Level(new HashMap<>(), List.of(), Optional.of(around));
    source(select.getFromItem(), level);
    for (Join join : Optional.ofNullable(select.getJoins()).orElse(List.of())) {
      source(join.getFromItem(), level);
      join.getOnExpressions().forEach(on -> on.accept(walk, level));
      join.getUsingColumns().forEach(column -> column.accept(walk, level));
    }
    select.getSelectItems().forEach(item -> item.getExpression().accept(walk, level));
    look(select.getWhere(), level);
    look(select.getHaving(), level);
    if (select.getGroupBy() != null && select.getGroupBy().getGroupByExpressionList() != null) {
      look(select.getGroupBy().getGroupByExpressionList(), level);
    }
    for (OrderByElement order : Optional.ofNullable(select.getOrderByElements()).orElse(List.of())) {
      look(order.getExpression(), level);
    }
  }

  private void look(net.sf.jsqlparser.expression.@Nullable Expression e, Level level) {
    if (e != null) {
      e.accept(walk, level);
    }
  }

  private void source(@Nullable FromItem item, Level level) {
    switch (item) {
      case null -> {
      }
      case Table table -> {
        ObjectName name = name(table);
        String alias = table.getAlias() == null ? name.name() : ExpressionReader.name(table.getAlias().getName());
        boolean relation = name.schema().isPresent() || !level.hides(name.name());
        level.relations().put(alias, relation ? Optional.of(name) : Optional.empty());
      }
      case ParenthesedFromItem group -> {
        source(group.getFromItem(), level);
        for (Join join : Optional.ofNullable(group.getJoins()).orElse(List.of())) {
          source(join.getFromItem(), level);
          join.getOnExpressions().forEach(on -> on.accept(walk, level));
          join.getUsingColumns().forEach(column -> column.accept(walk, level));
        }
      }
      case LateralSubSelect lateral -> subquery(lateral, level);
      case ParenthesedSelect inner -> subquery(inner, level);
      default -> {
      }
    }
  }

  private void subquery(ParenthesedSelect inner, Level level) {
    if (inner.getAlias() != null) {
      level.relations().put(ExpressionReader.name(inner.getAlias().getName()), Optional.empty());
    }
    select(inner.getSelect(), Optional.of(level));
  }

  private static ObjectName name(Table table) {
    Optional<String> schema = Optional.ofNullable(table.getSchemaName()).map(ExpressionReader::name);
    return new ObjectName(schema, ExpressionReader.name(table.getName()), Span.NONE);
  }

  /** Notes the columns of an expression; the context is the level that it stands in. */
  private final class Walk extends ExpressionVisitorAdapter<Void> {

    @Override
    public <S> Void visit(Column column, S context) {
      Level level = (Level) context;
      String name = ExpressionReader.name(column.getColumnName());
      if (column.getTable() == null || column.getTable().getName() == null) {
        found.add(new Read(name, level.all()));
      } else {
        level.named(ExpressionReader.name(column.getTable().getName()))
            .ifPresent(relation -> found.add(new Read(name, List.of(List.of(relation)))));
      }
      return null;
    }

    @Override
    public <S> Void visit(AllColumns all, S context) {
      found.add(new Read(ALL, ((Level) context).all().subList(0, 1)));
      return null;
    }

    @Override
    public <S> Void visit(AllTableColumns all, S context) {
      ((Level) context).named(ExpressionReader.name(all.getTable().getName()))
          .ifPresent(relation -> found.add(new Read(ALL, List.of(List.of(relation)))));
      return null;
    }

    @Override
    public <S> Void visit(ParenthesedSelect inner, S context) {
      select(inner.getSelect(), Optional.of((Level) context));
      return null;
    }

    @Override
    public <S> Void visit(Select inner, S context) {
      select(inner, Optional.of((Level) context));
      return null;
    }
  }
}
