package dev.ddlint.physics;

import static dev.ddlint.physics.LockMode.ACCESS_EXCLUSIVE;

import dev.ddlint.catalog.Change.TableDropped;
import dev.ddlint.catalog.Change.TypeDropped;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.ir.Drop;
import dev.ddlint.ir.ObjectKind;
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
    for (Table part : moment.descendants(change.table())) {
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

  /** A policy or trigger goes. */
  Effects part(Table table, ObjectKind kind, String name) {
    Tally tally = new Tally(moment, kind == ObjectKind.POLICY ? "physics: drop_policy" : "physics: drop_trigger");
    boolean missing = moment.statement() instanceof Drop drop && drop.ifExists() && !mayHold(table, kind, name);
    List<Table> locked = kind == ObjectKind.POLICY ? List.of(table) : moment.wholeFamily(table);
    return missing ? tally.effects() : tally.lock(ACCESS_EXCLUSIVE, locked).effects();
  }

  /** Whether DROP ... IF EXISTS may find something; a rule is not followed. */
  boolean mayHold(Table table, ObjectKind kind, String name) {
    boolean found = switch (kind) {
      case TRIGGER -> table.triggers().stream().anyMatch(trigger -> trigger.name().equals(name));
      case POLICY -> table.policies().stream().anyMatch(policy -> policy.name().equals(name));
      default -> true;
    };
    return found || !moment.isSure(table);
  }

  /** CASCADE takes defaults, triggers and tables away. */
  void cascaded(Tally tally, Drop statement) {
    if (!statement.cascade()) {
      return;
    }
    for (Drop.Target target : statement.targets()) {
      moment.catalog().tables().values().stream().filter(table -> loses(table, statement.kind(), target.name().name()))
          .forEach(table -> tally.lock(ACCESS_EXCLUSIVE, table));
    }
  }

  private static boolean loses(Table table, ObjectKind kind, String name) {
    return switch (kind) {
      case SCHEMA -> table.schema().equals(name);
      case SEQUENCE -> table.columns().stream().flatMap(column -> column.defaultValue().stream())
          .anyMatch(value -> value.text().contains("nextval") && value.text().contains(name));
      default -> table.triggers().stream().anyMatch(trigger -> trigger.function().filter(name::equals).isPresent());
    };
  }
}
