package dev.ddlint.physics;

import static dev.ddlint.physics.LockMode.ACCESS_EXCLUSIVE;

import dev.ddlint.catalog.Change.TableDropped;
import dev.ddlint.catalog.Change.TypeDropped;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.ir.Drop;
import java.util.List;

/** Objects that go, and the relations around them that are locked with them (physics: drop_table*, drop_view). */
final class DropEffects {
  private final Moment moment;

  DropEffects(Moment moment) {
    this.moment = moment;
  }

  /** The triggers of a foreign key stand on both tables, so dropping one locks the other. */
  Effects dropped(TableDropped change) {
    Tally tally = new Tally(moment, change.cascade() ? "physics: drop_table_referenced" : "physics: drop_table");
    for (Table part : moment.wholeFamily(change.table())) {
      tally.lock(ACCESS_EXCLUSIVE, part);
      part.constraints(Constraint.ForeignKey.class).forEach(
          key -> moment.table(key.target()).ifPresent(target -> tally.lock(ACCESS_EXCLUSIVE, target)));
    }
    new PartitionEffects(moment).dropped(tally, change.table());
    if (change.cascade()) {
      Dependents dependents = new Dependents(moment);
      tally.lock(ACCESS_EXCLUSIVE, dependents.referencing(change.table()));
      tally.lock(ACCESS_EXCLUSIVE, dependents.views(change.table()));
    }
    return tally.effects();
  }

  /** CASCADE drops the columns of the type. */
  Effects dropped(TypeDropped change) {
    Tally tally = new Tally(moment, "physics: drop_type_unused");
    if (change.cascade()) {
      change.type().ifPresent(type -> tally.lock(ACCESS_EXCLUSIVE, holders(moment, type)));
    }
    return tally.effects();
  }

  /** Views are dropped by name; the fold reports no relation for them. */
  void viewsOf(Tally tally, Drop statement) {
    for (Drop.Target target : statement.targets()) {
      moment.resolve(target.name()).ifPresent(view -> {
        tally.lock(ACCESS_EXCLUSIVE, view);
        if (statement.cascade()) {
          tally.lock(ACCESS_EXCLUSIVE, new Dependents(moment).views(view));
        }
      });
    }
  }

  /** The tables that hold values of a type. */
  static List<Table> holders(Moment moment, UserType type) {
    return moment.catalog().tables().values().stream().filter(table -> !table.kind().isView())
        .filter(table -> table.columns().stream().anyMatch(column -> ColumnEffects.isOf(column, type)))
        .sorted((a, b) -> Integer.compare(a.id().value(), b.id().value())).toList();
  }
}
