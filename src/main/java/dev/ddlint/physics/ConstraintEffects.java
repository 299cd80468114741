package dev.ddlint.physics;

import static dev.ddlint.physics.LockMode.ACCESS_EXCLUSIVE;
import static dev.ddlint.physics.LockMode.ACCESS_SHARE;
import static dev.ddlint.physics.LockMode.ROW_SHARE;
import static dev.ddlint.physics.LockMode.SHARE;
import static dev.ddlint.physics.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.ddlint.physics.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.ddlint.catalog.Change.CheckAdded;
import dev.ddlint.catalog.Change.ConstraintDropped;
import dev.ddlint.catalog.Change.ConstraintValidated;
import dev.ddlint.catalog.Change.ExclusionAdded;
import dev.ddlint.catalog.Change.ForeignKeyAdded;
import dev.ddlint.catalog.Change.Form;
import dev.ddlint.catalog.Change.KeyAdded;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.ColumnConstraint;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.TypeName;
import dev.ddlint.physics.VolatileFunctions.Volatility;
import dev.ddlint.physics.Work.Kind;
import java.util.List;
import java.util.Optional;

/** Constraints that come, are validated and go (manual, ALTER TABLE; physics: add_*, validate_*, drop_constraint_*). */
final class ConstraintEffects {
  private final Moment moment;

  ConstraintEffects(Moment moment) {
    this.moment = moment;
  }

  Effects foreignKeyAdded(ForeignKeyAdded change) {
    Tally tally = new Tally(moment, change.key().validated() ? "physics: add_fk" : "physics: add_fk_not_valid");
    lockForeignKey(tally, change);
    boolean checks = change.form() != Form.CREATE_TABLE && change.key().validated() && change.key().enforced()
        && (change.form() != Form.ADD_COLUMN || columnSays(change));
    if (checks) {
      tally.workOnParts(Kind.SCAN, change.table());
    }
    if (checks && mayHaveValues(change)) {
      tally.workOnParts(Kind.SCAN, change.target()).failsWhen("23503",
          "a row of " + change.table().displayName() + " has no match in "
              + change.target().displayName());
    }
    return tally.effects();
  }

  private void lockForeignKey(Tally tally, ForeignKeyAdded change) {
    tally.lock(change.form() == Form.ADD_COLUMN ? ACCESS_EXCLUSIVE : SHARE_ROW_EXCLUSIVE,
        moment.familyOfConstraint(change.table()));
    tally.lock(SHARE_ROW_EXCLUSIVE, moment.wholeFamily(change.target()));
  }

  /** Rows are checked as soon as a default is written, were it NULL (physics: add_col_references_*). */
  private boolean columnSays(ForeignKeyAdded change) {
    Optional<ColumnDefinition> definition = moment.definitionAt(change.span());
    return definition.filter(d -> d.has(ColumnConstraint.Default.class) || d.has(ColumnConstraint.Generated.class)
        || d.type().filter(TypeName::isSerial).isPresent()).isPresent();
  }

  /** A row refers to nothing while one of its columns is NULL, as a new one is. */
  private boolean mayHaveValues(ForeignKeyAdded change) {
    return change.key().columns().stream().flatMap(c -> change.table().column(c).stream())
        .noneMatch(column -> moment.isNew(change.table(), column) && !ColumnEffects.hasValue(column));
  }

  Effects keyAdded(KeyAdded change) {
    Tally tally = new Tally(moment, change.key().primary() ? "physics: add_pk" : "physics: add_unique");
    tally.lock(ACCESS_EXCLUSIVE, change.table());
    tally.lock(partitionLock(change), moment.familyOfConstraint(change.table()));
    if (change.key().primary()) {
      moment.family(change.table()).stream().filter(heir -> heir.kind() != Table.Kind.PARTITION)
          .forEach(heir -> tally.lock(ACCESS_EXCLUSIVE, heir));
    }
    if (change.usingIndex()) {
      usingIndex(tally, change);
    } else if (change.form() != Form.CREATE_TABLE) {
      tally.workOnParts(Kind.INDEX_BUILD, change.table());
      duplicates(tally, change);
    }
    return tally.effects();
  }

  /** Before PostgreSQL 18 partitions only get an index, unless their columns become NOT NULL too. */
  private LockMode partitionLock(KeyAdded change) {
    boolean setsNotNull = change.key().primary() && !nullable(change).isEmpty();
    return moment.version() >= 18 || setsNotNull ? ACCESS_EXCLUSIVE : SHARE;
  }

  private static List<Column> nullable(KeyAdded change) {
    return change.key().columns().stream().flatMap(c -> change.table().column(c).stream())
        .filter(column -> !column.notNull()).toList();
  }

  /** The index is there, but a primary key also makes its columns NOT NULL. */
  private void usingIndex(Tally tally, KeyAdded change) {
    if (!change.key().primary()) {
      return;
    }
    boolean unseen = change.key().columns().isEmpty() || !moment.isSure(change.table());
    Optional<Column> open = nullable(change).stream()
        .filter(column -> !ProvesNotNull.proved(change.table(), column)).findFirst();
    if (unseen || open.isPresent()) {
      String name = open.map(Column::name).orElse("a column of the index");
      tally.work(Kind.SCAN, change.table()).failsWhen("23502", "a row has NULL in " + name);
    }
    if (unseen) {
      tally.dependsOn("whether the columns of the index are NOT NULL already");
    }
  }

  private void duplicates(Tally tally, KeyAdded change) {
    String columns = String.join(", ", change.table().names(change.key().columns()));
    Optional<Column> open = change.key().primary()
        ? nullable(change).stream().filter(column -> !isNewWithValue(change, column)).findFirst()
        : Optional.empty();
    if (change.form() == Form.ADD_COLUMN || isOfNewColumn(change)) {
      newColumn(tally, change);
    } else if (open.isPresent()) {
      tally.failsWhen("23502", "a row has NULL in " + open.get().name()
          + (tellsRowsApart(change) ? "" : ", or two rows have equal " + columns));
    } else if (!tellsRowsApart(change)
        && !UniqueAlready.is(moment, change.table(), change.key().columns(), change.key().nullsNotDistinct())) {
      tally.failsWhen("23505", "two rows have equal " + columns);
    }
  }

  private boolean isOfNewColumn(KeyAdded change) {
    return change.key().columns().size() == 1 && change.key().columns().stream()
        .flatMap(c -> change.table().column(c).stream()).anyMatch(column -> moment.isNew(change.table(), column));
  }

  private boolean isNewWithValue(KeyAdded change, Column column) {
    return moment.isNew(change.table(), column) && ColumnEffects.hasValue(column);
  }

  /** A column that comes with the statement gives each row a value of its own, as a sequence does. */
  private boolean tellsRowsApart(KeyAdded change) {
    return change.key().columns().stream().flatMap(c -> change.table().column(c).stream())
        .anyMatch(column -> isNewWithValue(change, column) && !isSettled(column));
  }

  private boolean isSettled(Column column) {
    return column.defaultValue()
        .filter(value -> VolatileFunctions.of(value, moment.catalog()) == Volatility.SETTLED).isPresent();
  }

  /** All rows get the same value, NULL counting as none. */
  private void newColumn(Tally tally, KeyAdded change) {
    Optional<Column> column = change.key().columns().stream().flatMap(c -> change.table().column(c).stream())
        .findFirst();
    boolean equal = column.filter(Column::hasDefault).filter(this::isSettled).isPresent();
    boolean noValue = column.filter(c -> !c.hasDefault()).isPresent();
    if (equal || noValue && change.key().nullsNotDistinct()) {
      tally.failsWhen("23505", "the table holds two rows or more");
    } else if (noValue && change.key().primary()) {
      tally.failsWhen("23502", "the table holds a row");
    }
  }

  Effects checkAdded(CheckAdded change) {
    boolean reads = change.check().validated() && change.form() != Form.CREATE_TABLE;
    Tally tally = new Tally(moment, reads ? "physics: add_check" : "physics: add_check_not_valid");
    tally.lock(ACCESS_EXCLUSIVE,
        change.check().noInherit() ? moment.familyOfConstraint(change.table()) : moment.family(change.table()));
    if (reads) {
      checkRows(tally, change);
    }
    return tally.effects();
  }

  private void checkRows(Tally tally, CheckAdded change) {
    if (change.check().noInherit()) {
      tally.put(Kind.SCAN, change.table());
    } else {
      tally.work(Kind.SCAN, change.table());
    }
    List<Column> columns = change.check().columns().stream().flatMap(c -> change.table().column(c).stream()).toList();
    boolean allNew = !columns.isEmpty() && columns.stream().allMatch(column -> moment.isNew(change.table(), column));
    boolean newAndNull = allNew && columns.stream().noneMatch(ColumnEffects::hasValue);
    if (!newAndNull) {
      tally.failsWhen("23514", "a row violates the condition");
    }
    if (allNew && !newAndNull) {
      tally.dependsOn("whether the new column's value meets the condition");
    }
  }

  Effects exclusionAdded(ExclusionAdded change) {
    Tally tally = new Tally(moment, "physics: add_exclude").lock(ACCESS_EXCLUSIVE,
        moment.familyOfConstraint(change.table()));
    return change.form() == Form.CREATE_TABLE
        ? tally.effects()
        : tally.workOnParts(Kind.INDEX_BUILD, change.table()).failsWhen("23P01", "two rows exclude each other")
            .effects();
  }

  Effects validated(ConstraintValidated change) {
    Tally tally = new Tally(moment, "physics: validate_*");
    tally.lock(SHARE_UPDATE_EXCLUSIVE, moment.family(change.table()));
    boolean already = change.constraint().filter(Constraint::validated).isPresent();
    if (already && moment.isSure(change.table())) {
      return tally.effects();
    }
    tally.work(Kind.SCAN, change.table());
    switch (change.constraint().orElse(null)) {
      case Constraint.ForeignKey key -> {
        moment.table(key.target()).ifPresent(target -> tally.lock(ACCESS_SHARE, moment.wholeFamily(target))
            .lock(ROW_SHARE, target).workOnParts(Kind.SCAN, target));
        tally.failsWhen("23503", "a row has no match in the referenced table");
      }
      case Constraint.NotNull notNull -> tally.failsWhen("23502", "a row has NULL");
      case null -> tally.failsWhen("23514", "a row violates it");
      default -> tally.failsWhen("23514", "a row violates the condition");
    }
    return tally.effects();
  }

  Effects dropped(ConstraintDropped change) {
    Tally tally = new Tally(moment, "physics: drop_constraint_fk, drop_constraint_pk");
    tally.lock(ACCESS_EXCLUSIVE, moment.family(change.table()));
    if (change.constraint().orElse(null) instanceof Constraint.ForeignKey key) {
      moment.table(key.target()).ifPresent(target -> tally.lock(ACCESS_EXCLUSIVE, target));
    }
    if (change.cascade() && change.constraint().orElse(null) instanceof Constraint.Key key) {
      dependents(change.table(), key).forEach(other -> tally.lock(ACCESS_EXCLUSIVE, other));
    }
    return tally.effects();
  }

  private List<Table> dependents(Table table, Constraint.Key key) {
    return key.columns().stream().flatMap(c -> new Dependents(moment).referencing(table, c).stream()).distinct()
        .toList();
  }
}
