package dev.ddlint.catalog;

import dev.ddlint.ir.Expression;
import dev.ddlint.parse.ExpressionNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives a column another name, here and in heirs. Keys hold its number; what is kept as text follows: checks, predicates,
 * keys that are expressions, generated columns, policies, views.
 */
final class ColumnRename {
  private final Draft draft;
  private final String from;
  private final String to;

  ColumnRename(Draft draft, String from, String to) {
    this.draft = draft;
    this.from = from;
    this.to = to;
  }

  void in(Table table) {
    Optional<Column> column = table.column(from);
    if (column.isEmpty()) {
      return;
    }
    int number = column.get().number();
    Table changed = table.withColumn(number, c -> c.withName(to));
    for (Column other : changed.columns()) {
      if (other.generation() == Column.Generation.STORED || other.generation() == Column.Generation.VIRTUAL) {
        changed = changed.withColumn(other.number(), c -> c.withGeneration(c.generation(), renamed(c.defaultValue())));
      }
    }
    changed = changed.withConstraints(changed.constraints().stream().map(c -> in(c, number)).toList());
    if (!changed.policies().isEmpty()) {
      changed = changed.withPolicies(changed.policies().stream().map(this::in).toList());
    }
    draft.put(changed);
    draft.catalog().indexesOf(changed).forEach(index -> in(index, number));
    for (Table view : draft.catalog().readersOf(changed)) {
      draft.put(view.withQuery(renamed(view.query())));
    }
    draft.catalog().heirs(changed).forEach(this::in);
  }

  private Constraint in(Constraint constraint, int number) {
    return switch (constraint) {
      case Constraint.Check c when c.columns().contains(number) -> c.withCondition(renamed(c.condition()));
      case Constraint.Exclusion c when c.predicate().isPresent() || c.columns().contains(number) ->
        new Constraint.Exclusion(c.id(), c.name(), c.columns(), c.index(),
            renamed(Expression.of(c.definition())).text(), renamed(c.predicate()), c.origin());
      default -> constraint;
    };
  }

  private Policy in(Policy policy) {
    return new Policy(policy.name(), policy.command(), policy.permissive(), policy.roles(), renamed(policy.using()),
        renamed(policy.withCheck()), policy.origin());
  }

  private void in(Index index, int number) {
    boolean inText = index.predicate().isPresent()
        || index.keys().stream().anyMatch(key -> key.references().contains(number));
    if (inText) {
      List<Index.Key> keys = new ArrayList<>();
      for (Index.Key key : index.keys()) {
        keys.add(new Index.Key(key.column(), renamed(key.expression()), key.operatorClass(), key.collation(),
            key.descending(), key.nulls(), key.references()));
      }
      draft.put(index.withExpressions(keys, renamed(index.predicate())));
    }
  }

  private Optional<Expression> renamed(Optional<Expression> expression) {
    return expression.map(this::renamed);
  }

  private Expression renamed(Expression expression) {
    return ExpressionNames.renamed(expression, from, to);
  }
}
