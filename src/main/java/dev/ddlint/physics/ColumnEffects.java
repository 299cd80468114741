package dev.ddlint.physics;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Change.ColumnAdded;
import dev.ddlint.catalog.Change.ColumnDropped;
import dev.ddlint.catalog.Change.ExpressionChanged;
import dev.ddlint.catalog.Change.NotNullDropped;
import dev.ddlint.catalog.Change.NotNullSet;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Column.Generation;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.ir.Expression;
import dev.ddlint.physics.VolatileFunctions.Volatility;
import dev.ddlint.physics.Work.Kind;
import java.util.List;
import java.util.Optional;

/** What happens to the columns of a table, their types aside (manual, ALTER TABLE, notes; physics: add_col_*). */
final class ColumnEffects {
  private static final int STOPS_WHERE_NULLABLE_SINCE = 18;

  private final Moment moment;

  ColumnEffects(Moment moment) {
    this.moment = moment;
  }

  Effects added(ColumnAdded change) {
    Column column = change.column();
    Tally tally = locked(change.table(), "physics: add_col_" + variant(column));
    if (column.generation().isIdentity() || column.generation() == Generation.STORED) {
      tally.work(Kind.REWRITE, change.table());
    } else if (column.generation() == Generation.NONE) {
      moment.catalog().defaultOf(column).ifPresent(value -> defaultValue(tally, change.table(), value));
    }
    ofDomains(tally, change);
    if (column.notNull() && !moment.catalog().hasDefault(column)) {
      tally.failsWhen("23502", "the table holds a row");
    } else if (column.notNull() && isComputed(column)) {
      // A virtual column is not written, but its values are looked at once.
      tally.work(Kind.SCAN, change.table()).failsWhen("23502", "the expression gives NULL for a row");
    }
    return tally.effects();
  }

  private static boolean isComputed(Column column) {
    return column.generation() == Generation.STORED || column.generation() == Generation.VIRTUAL;
  }

  private static String variant(Column column) {
    return switch (column.generation()) {
      case STORED -> "generated_stored";
      case VIRTUAL -> "generated_virtual";
      case IDENTITY_ALWAYS, IDENTITY_BY_DEFAULT -> "identity";
      case NONE -> column.hasDefault() ? "*_default" : column.notNull() ? "not_null_no_default" : "null";
    };
  }

  /** A default that is one value for all rows is kept in the catalog (PostgreSQL 11 and later). */
  private void defaultValue(Tally tally, Table table, Expression value) {
    switch (VolatileFunctions.of(value, moment.catalog())) {
      case SETTLED -> {
      }
      case VOLATILE -> tally.work(Kind.REWRITE, table);
      case UNKNOWN -> {
        String function = VolatileFunctions.first(value, Volatility.UNKNOWN, moment.catalog()).orElseThrow();
        tally.work(Kind.REWRITE, table).dependsOn("whether the function " + function + " is volatile");
      }
    }
  }

  private List<UserType> domains(Column column) {
    return column.type().filter(type -> !type.isArray()).map(type -> Domains.of(type, moment.catalog()))
        .orElse(List.of());
  }

  /** Even NULL has to be shown to a domain that can refuse it. */
  private void ofDomains(Tally tally, ColumnAdded change) {
    List<UserType> domains = domains(change.column());
    if (domains.stream().anyMatch(UserType::isConstrained)) {
      tally.work(Kind.REWRITE, change.table());
    }
    if (!moment.catalog().hasDefault(change.column()) && domains.stream().anyMatch(UserType::notNull)) {
      tally.failsWhen("23502", "the table holds a row");
    }
  }

  /** Whether a new column holds something else than NULL. */
  static boolean hasValue(Column column) {
    return column.hasDefault() && column.defaultValue().filter(Expression::isNull).isEmpty();
  }

  Effects dropped(ColumnDropped change) {
    Tally tally = locked(change.table(), "physics: drop_column");
    change.column().ifPresent(column -> {
      for (Constraint.ForeignKey key : change.table().constraints(Constraint.ForeignKey.class)) {
        if (key.columns().contains(column.number())) {
          moment.table(key.target()).ifPresent(target -> tally.lock(LockMode.ACCESS_EXCLUSIVE, target));
        }
      }
      if (change.cascade()) {
        Dependents dependents = new Dependents(moment);
        tally.lock(LockMode.ACCESS_EXCLUSIVE, dependents.referencing(change.table(), column.number()));
        tally.lock(LockMode.ACCESS_EXCLUSIVE, dependents.views(change.table(), column.name()));
      }
    });
    return tally.effects();
  }

  Effects notNullSet(NotNullSet change) {
    Tally tally = locked(change.table(), "physics: set_not_null");
    Optional<Column> column = change.column();
    boolean already = column.filter(Column::notNull).isPresent();
    boolean sure = moment.isSure(change.table());
    boolean proved = column.filter(c -> sure
        ? ProvesNotNull.proved(change.table(), c)
        : ProvesNotNull.provedIn(moment.before().migration(), change.table(), c)).isPresent();
    if (sure && already || proved && moment.version() >= 12) {
      return tally.effects();
    }
    tally.work(Kind.SCAN, change.table());
    if (column.filter(c -> moment.isNew(change.table(), c) && hasValue(c)).isEmpty()) {
      tally.failsWhen("23502", "a row has NULL in " + change.name());
    }
    if (mayBeProved(change.table(), column)
        || column.filter(c -> ProvesNotNull.proved(change.table(), c)).isPresent()) {
      tally
          .dependsOn("whether a validated check on " + change.name() + ", which this history does not show, proves it");
    }
    return tally.effects();
  }

  /** By what the history does not tell. */
  private boolean mayBeProved(Table table, Optional<Column> column) {
    return !table.isComplete()
        || column.map(c -> moment.catalog().mayHide(table, c)).orElse(moment.catalog().isUncertain(table));
  }

  /** Where NULL is allowed already nobody looks further than the table itself. */
  Effects notNullDropped(NotNullDropped change) {
    boolean open = moment.version() >= STOPS_WHERE_NULLABLE_SINCE && moment.isSure(change.table())
        && change.column().filter(c -> !c.notNull()).isPresent();
    List<Table> family = open ? List.of(change.table()) : moment.family(change.table());
    return new Tally(moment, "physics: drop_not_null").lock(LockMode.ACCESS_EXCLUSIVE, family).effects();
  }

  /** SET EXPRESSION computes a stored column again; a virtual one holds nothing. */
  Effects expressionChanged(ExpressionChanged change) {
    Tally tally = locked(change.table(),
        change.present() ? "physics: set_expression_pg17" : "physics: drop_expression");
    boolean virtual = change.column().filter(c -> c.generation() == Generation.VIRTUAL).isPresent();
    if (change.present() && !virtual) {
      tally.work(Kind.REWRITE, change.table());
    }
    return tally.effects();
  }

  /** A change that only the catalog sees, behind a lock that everybody waits for. */
  Effects catalogOnly(Change.OfTable change, String source) {
    return locked(change.table(), source).effects();
  }

  private Tally locked(Table table, String source) {
    return new Tally(moment, source).lock(LockMode.ACCESS_EXCLUSIVE, moment.family(table));
  }

  /** Whether a column's type was made by the history and is this one. */
  static boolean isOf(Column column, UserType type) {
    return column.type().flatMap(DataType::user).filter(type.id()::equals).isPresent();
  }
}
