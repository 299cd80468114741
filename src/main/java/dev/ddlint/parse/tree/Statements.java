package dev.ddlint.parse.tree;

import dev.ddlint.parse.tree.DataTree.Assignment;
import dev.ddlint.parse.tree.Query.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;
import org.jspecify.annotations.Nullable;

/** Makes trees of JSqlParser's queries and data statements. */
final class Statements {
  private static final Query UNREAD = new Query(List.of(), List.of(), List.of(), List.of());

  private final With with;
  private final List<Source> sources = new ArrayList<>();
  private final List<Tree> conditions = new ArrayList<>();

  Statements(With with) {
    this.with = with;
  }

  Optional<DataTree> data(Statement statement) {
    return switch (statement) {
      case Update update -> Optional.of(new Statements(with.plus(update.getWithItemsList())).update(update));
      case Delete delete -> Optional.of(new Statements(with.plus(delete.getWithItemsList())).delete(delete));
      case Insert insert -> Optional.of(new Statements(with.plus(insert.getWithItemsList())).insert(insert));
      default -> Optional.empty();
    };
  }

  private DataTree update(Update update) {
    from(update.getFromItem());
    joins(update.getStartJoins());
    joins(update.getJoins());
    where(update.getWhere());
    List<Assignment> assignments = new ArrayList<>();
    update.getUpdateSets().forEach(set -> assign(set, assignments));
    return new DataTree(table(update.getTable()), List.copyOf(sources), List.copyOf(conditions),
        List.copyOf(assignments), Optional.empty());
  }

  /** A row's columns are set by the values of a row, or all by one query. */
  private void assign(UpdateSet set, List<Assignment> assignments) {
    List<Tree> values = new Trees(with).trees(set.getValues());
    for (int i = 0; i < set.getColumns().size(); i++) {
      Column column = set.getColumns().get(i);
      Tree value = values.isEmpty() ? new Tree.Other(List.of()) : values.get(Math.min(i, values.size() - 1));
      assignments.add(new Assignment(Words.folded(column.getColumnName()), value));
    }
  }

  private DataTree delete(Delete delete) {
    if (delete.getUsingFromItemList() != null) {
      delete.getUsingFromItemList().forEach(this::from);
    } else if (delete.getUsingList() != null) {
      delete.getUsingList().forEach(this::from);
    }
    joins(delete.getJoins());
    where(delete.getWhere());
    return new DataTree(table(delete.getTable()), List.copyOf(sources), List.copyOf(conditions), List.of(),
        Optional.empty());
  }

  private DataTree insert(Insert insert) {
    Select select = insert.getSelect();
    return new DataTree(table(insert.getTable()), List.of(), List.of(), List.of(),
        select == null ? Optional.empty() : Optional.of(query(select)));
  }

  Query query(Select select) {
    With inner = with.plus(select.getWithItemsList());
    return switch (select) {
      case ParenthesedSelect group -> new Statements(inner).query(group.getSelect());
      case PlainSelect plain -> new Statements(inner).plain(plain);
      case SetOperationList list -> list.getSelects().stream().map(part -> new Statements(inner).query(part))
          .reduce(Statements::union).orElse(UNREAD);
      default -> UNREAD;
    };
  }

  private static Query union(Query first, Query next) {
    List<Query> unions = new ArrayList<>(first.unions());
    unions.add(next);
    return new Query(first.sources(), first.conditions(), first.outputs(), List.copyOf(unions));
  }

  private Query plain(PlainSelect select) {
    from(select.getFromItem());
    joins(select.getJoins());
    where(select.getWhere());
    where(select.getHaving());
    List<Tree> outputs = new Trees(with).trees(select.getSelectItems().stream().map(i -> i.getExpression()).toList());
    return new Query(List.copyOf(sources), List.copyOf(conditions), outputs, List.of());
  }

  private void where(net.sf.jsqlparser.expression.@Nullable Expression condition) {
    if (condition != null) {
      conditions.addAll(new Trees(with).tree(condition).conjuncts());
    }
  }

  private void joins(@Nullable List<Join> joins) {
    if (joins == null) {
      return;
    }
    for (Join join : joins) {
      List<Source> left = List.copyOf(sources);
      from(join.getFromItem());
      join.getOnExpressions().forEach(this::where);
      for (Column column : join.getUsingColumns()) {
        using(Words.folded(column.getColumnName()), left);
      }
    }
  }

  /** JOIN ... USING (a) is an equality of both tables' a. */
  private void using(String column, List<Source> left) {
    if (!left.isEmpty() && sources.size() > left.size()) {
      conditions.add(new Tree.Compare(Tree.Operator.EQUAL,
          new Tree.Column(Optional.of(left.get(left.size() - 1).alias()), column),
          new Tree.Column(Optional.of(sources.get(sources.size() - 1).alias()), column)));
    }
  }

  private void from(@Nullable FromItem item) {
    switch (item) {
      case null -> {
      }
      case Table table -> sources.add(table(table));
      case ParenthesedSelect group -> sources.add(new Source(Optional.empty(), "", alias(item, ""),
          Optional.of(query(group))));
      case ParenthesedFromItem group -> {
        from(group.getFromItem());
        joins(group.getJoins());
      }
      default -> sources.add(new Source(Optional.empty(), "", alias(item, ""), Optional.of(UNREAD)));
    }
  }

  private Source table(Table table) {
    String name = Words.folded(table.getName());
    Optional<String> schema = Words.maybe(table.getSchemaName());
    return new Source(schema, name, alias(table, name), schema.isPresent() ? Optional.empty() : with.query(name));
  }

  private static String alias(FromItem item, String otherwise) {
    return item.getAlias() == null ? otherwise : Words.folded(item.getAlias().getName().strip());
  }
}
