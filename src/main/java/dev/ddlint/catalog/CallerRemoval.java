package dev.ddlint.catalog;

import dev.ddlint.ir.Expression;
import java.util.Optional;

/** Takes away with a function what calls it, as DROP FUNCTION ... CASCADE does. */
final class CallerRemoval {
  private final Draft draft;
  private final Function function;

  CallerRemoval(Draft draft, Function function) {
    this.draft = draft;
    this.function = function;
  }

  void remove() {
    for (Table table : draft.catalog().tables().values()) {
      draft.catalog().table(table.id()).ifPresent(this::in);
    }
  }

  private void in(Table table) {
    if (calls(table.query())) {
      new Removal(draft).view(table);
      return;
    }
    table.triggers().stream().filter(t -> t.function().filter(function.name()::equals).isPresent())
        .forEach(trigger -> draft.put(draft.current(table).withTriggers(
            draft.current(table).triggers().stream().filter(t -> !t.equals(trigger)).toList())));
    table.policies().stream().filter(p -> calls(p.using()) || calls(p.withCheck()))
        .forEach(policy -> draft.put(draft.current(table).withPolicies(
            draft.current(table).policies().stream().filter(p -> !p.equals(policy)).toList())));
    table.constraints(Constraint.Check.class).stream().filter(c -> calls(Optional.of(c.condition())))
        .forEach(check -> new Removal(draft).constraint(draft.current(table), check, true));
    table.constraints(Constraint.Exclusion.class).stream().filter(c -> calls(c.predicate()))
        .forEach(exclusion -> new Removal(draft).constraint(draft.current(table), exclusion, true));
    draft.catalog().indexesOf(draft.current(table)).stream().filter(this::calls).forEach(new Removal(draft)::index);
    table.columns().stream().filter(c -> calls(c.defaultValue())).forEach(column -> in(table, column));
  }

  private void in(Table table, Column column) {
    switch (column.generation()) {
      case STORED, VIRTUAL -> draft.current(table).column(column.number())
          .ifPresent(c -> new Removal(draft).column(draft.current(table), c, true));
      default -> draft.put(draft.current(table).withColumn(column.number(), c -> c.withDefault(Optional.empty())));
    }
  }

  private boolean calls(Index index) {
    return calls(index.predicate()) || index.keys().stream().anyMatch(key -> calls(key.expression()));
  }

  private boolean calls(Optional<Expression> expression) {
    return expression.filter(e -> e.functions().contains(function.name())
        || e.functions().contains(function.schema() + "." + function.name())).isPresent();
  }
}
