package dev.ddlint.physics;

import dev.ddlint.catalog.Change.TypeChanged;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.ir.Expression;
import dev.ddlint.parse.ExpressionWords;
import dev.ddlint.physics.TypeChange.Cost;
import dev.ddlint.physics.Work.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * ALTER COLUMN ... TYPE: what becomes of the rows, of the column's indexes and checks, and of the tables at the other
 * end of its foreign keys (physics: type_*).
 */
final class TypeChangeEffects {
  /** What a cast says to text that it cannot read; a function such as string_to_array() reads in its own way. */
  private static final Set<String> UNREADABLE = Set.of("22P02", "22007");

  private final Moment moment;

  TypeChangeEffects(Moment moment) {
    this.moment = moment;
  }

  Effects of(TypeChanged change) {
    TypeChange cost = cost(change);
    Tally tally = new Tally(moment, change.using().isPresent() ? "physics: type_using_*" : "physics: type_*");
    List<Table> family = moment.family(change.table());
    tally.lock(LockMode.ACCESS_EXCLUSIVE, family).failsWhen(cost.failure());
    cost.unseen().ifPresent(tally::dependsOn);
    boolean rewrites = cost.cost().compareTo(Cost.UNKNOWN) >= 0;
    if (rewrites) {
      tally.work(Kind.REWRITE, change.table());
    }
    for (Table part : family) {
      part.column(change.name()).ifPresent(column -> {
        dependents(tally, part, column, cost.cost());
        keys(tally, part, column, cost.cost());
      });
    }
    return tally.effects();
  }

  /** Indexes that do not fit any more are built again; checks are made anew, which reads every row. */
  private void dependents(Tally tally, Table table, Column column, Cost cost) {
    if (cost.compareTo(Cost.UNKNOWN) < 0) {
      tally.rebuild(table, moment.indexesOf(table).stream().filter(i -> mustRebuild(i, column, cost)).toList());
    }
    boolean checked = table.constraints(Constraint.Check.class).stream()
        .anyMatch(check -> check.validated() && check.columns().contains(column.number()));
    if (checked) {
      tally.work(Kind.SCAN, table);
    }
  }

  /** The constraint is made anew on both sides; rows are compared again unless the comparison stays the same. */
  private void keys(Tally tally, Table table, Column column, Cost cost) {
    for (Constraint.ForeignKey key : table.constraints(Constraint.ForeignKey.class)) {
      if (key.columns().contains(column.number())) {
        moment.table(key.target()).ifPresent(target -> relate(tally, table, target, key, cost));
      }
    }
    for (Table other : moment.catalog().referencing(table)) {
      for (Constraint.ForeignKey key : other.constraints(Constraint.ForeignKey.class)) {
        if (key.target().equals(table.id()) && key.targetColumns().contains(column.number())) {
          relate(tally, other, table, key, cost);
        }
      }
    }
  }

  private static void relate(Tally tally, Table from, Table target, Constraint.ForeignKey key, Cost cost) {
    tally.lock(LockMode.ACCESS_EXCLUSIVE, from).lock(LockMode.ACCESS_EXCLUSIVE, target);
    if (cost != Cost.FREE && key.validated()) {
      tally.work(Kind.SCAN, from).work(Kind.SCAN, target);
    }
  }

  TypeChange cost(TypeChanged change) {
    TypeChange cost = known(change);
    boolean uncertain = moment.catalog().isUncertain(change.table()) && cost.cost() != Cost.REWRITES;
    return uncertain
        ? new TypeChange(Cost.UNKNOWN, Optional.of("what dynamic SQL or a condition did to the table before"),
            cost.failure(), cost.loss())
        : cost;
  }

  private TypeChange known(TypeChanged change) {
    UsingExpression expression = new UsingExpression(moment, change.name());
    Optional<List<DataType>> casts = change.using().map(expression::casts).orElse(Optional.of(List.of()));
    if (change.from().isEmpty()) {
      return casts.isEmpty()
          ? TypeChange.rewrites()
          : TypeChange.unknown("the old type of " + change.name() + ", which this history does not show");
    }
    return casts.isPresent()
        ? collated(change, chain(change.from().get(), casts.get(), change.to()))
        : computed(change, expression);
  }

  private TypeChange chain(DataType from, List<DataType> casts, DataType to) {
    CastMatrix matrix = new CastMatrix(moment.catalog(), moment.sessionTimeZone());
    TypeChange change = TypeChange.free();
    DataType at = from;
    for (DataType next : casts) {
      change = change.then(matrix.cast(at, next, true));
      at = next;
    }
    change = change.then(matrix.cast(at, to, false));
    return swap(from, to, change);
  }

  /** From one enum to another only the labels matter that the new one lacks. */
  private TypeChange swap(DataType from, DataType to, TypeChange change) {
    Optional<UserType> source = moment.catalog().type(from).filter(t -> t.kind() == UserType.Kind.ENUM);
    Optional<UserType> target = moment.catalog().type(to).filter(t -> t.kind() == UserType.Kind.ENUM);
    if (source.isEmpty() || target.isEmpty()) {
      return change;
    }
    List<String> gone = new ArrayList<>(source.get().values());
    gone.removeAll(target.get().values());
    return gone.isEmpty()
        ? change.neverFails()
        : change.failsWhen("22P02", "a row holds '" + String.join("' or '", gone) + "'");
  }

  /** Any other expression is computed for each row; what it makes of the values is its own affair. */
  private TypeChange computed(TypeChanged change, UsingExpression expression) {
    Expression using = change.using().orElseThrow();
    if (!expression.readsColumn(using)) {
      return TypeChange.rewrites().loses("its old value");
    }
    boolean reads = expression.hasCast(using);
    TypeChange cast = new CastMatrix(moment.catalog(), moment.sessionTimeZone())
        .cast(change.from().orElseThrow(), change.to(), reads);
    return new TypeChange(Cost.REWRITES, Optional.empty(),
        cast.failure().filter(failure -> reads || !UNREADABLE.contains(failure.sqlState())), cast.loss());
  }

  /** A type change without COLLATE gives the column its type's own collation. */
  private static TypeChange collated(TypeChanged change, TypeChange cost) {
    Optional<String> before = change.column().flatMap(Column::collation);
    return StringCasts.isString(change.to()) && !before.equals(change.collation())
        ? cost.atLeast(Cost.REBUILDS_INDEXES)
        : cost;
  }

  /** Whether an index stands on a column; one with an expression or a predicate is never taken over as it is. */
  private static boolean mustRebuild(Index index, Column column, Cost cost) {
    boolean inPredicate = index.predicate()
        .filter(predicate -> ExpressionWords.of(predicate).contains(column.name())).isPresent();
    boolean conditional = index.predicate().isPresent() || index.columns().isEmpty();
    boolean uses = index.uses(column.number()) || inPredicate;
    return uses && (conditional || cost == Cost.REBUILDS_INDEXES);
  }
}
