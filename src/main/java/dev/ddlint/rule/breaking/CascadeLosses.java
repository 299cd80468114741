package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Origin;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.Trigger;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Subject;
import dev.ddlint.text.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a statement takes away without naming it, and the migration does not bring back. */
final class CascadeLosses {
  private final Context at;
  private final Catalog before;
  private final Catalog after;
  private final Catalog end;
  private final List<Loss> losses = new ArrayList<>();

  /** @param words its kind and its name, the name in backticks */
  record Loss(ObjectPath object, String words, Origin origin) {}

  private CascadeLosses(Context at) {
    this.at = at;
    this.before = at.before().catalog();
    this.after = at.after().catalog();
    this.end = at.day().after().catalog();
  }

  static List<Loss> of(Context at) {
    CascadeLosses losses = new CascadeLosses(at);
    List<Table> old = losses.before.tables().values().stream().filter(at::isOld)
        .sorted(Order.by(t -> t.id().value())).toList();
    old.forEach(losses::table);
    return List.copyOf(losses.losses);
  }

  private void table(Table table) {
    Optional<Table> still = after.table(table.id());
    if (still.isEmpty()) {
      gone(table);
      return;
    }
    Optional<Table> last = end.table(table.id());
    if (last.isPresent()) {
      columns(table, still.get(), last.get());
      keys(table, still.get(), last.get());
      triggers(table, last.get());
    }
  }

  private void gone(Table table) {
    if (!isNamed(table) && table.kind() != Table.Kind.PARTITION
        && end.table(table.schema(), table.name()).isEmpty()) {
      String kind = switch (table.kind()) {
        case VIEW -> "view";
        case MATERIALIZED_VIEW -> "materialized view";
        default -> "table";
      };
      lost(Subject.of(table), kind, table.displayName(), table.origin());
    }
  }

  private void columns(Table table, Table still, Table last) {
    for (Column column : table.columns()) {
      boolean lost = still.column(column.number()).isEmpty() && last.column(column.name()).isEmpty();
      if (lost && !isNamed(table, column)) {
        lost(Subject.column(table, column.name()), "column", table.displayName() + "." + column.name(),
            column.origin());
      }
    }
  }

  private void keys(Table table, Table still, Table last) {
    for (Constraint.ForeignKey key : table.constraints(Constraint.ForeignKey.class)) {
      boolean lost = still.constraints().stream().noneMatch(c -> c.id().equals(key.id()));
      boolean own = key.target().equals(table.id()) && after.table(key.target()).isEmpty();
      boolean back = last.constraints(Constraint.ForeignKey.class).stream()
          .anyMatch(other -> last.names(other.columns()).equals(table.names(key.columns())));
      boolean withColumn = key.columns().stream().anyMatch(number -> still.column(number).isEmpty());
      if (lost && !own && !back && !withColumn && !isNamed(table, key)) {
        lost(Subject.constraint(table, key.name()), "foreign key", key.name() + "` of `" + table.displayName(),
            key.origin());
      }
    }
  }

  /** The triggers that call a function which goes. */
  private void triggers(Table table, Table last) {
    for (Trigger trigger : table.triggers()) {
      boolean called = at.step().changes().stream().anyMatch(change -> change instanceof Change.ObjectDropped dropped
          && dropped.kind() == ObjectKind.FUNCTION && dropped.cascade() && trigger.function()
              .filter(dropped.name().substring(dropped.name().lastIndexOf('.') + 1)::equals).isPresent());
      boolean back = at.later().stream().anyMatch(change -> change instanceof Change.TriggerCreated made
          && made.table().id().equals(table.id()) && made.trigger().name().equals(trigger.name()));
      boolean stays = last.triggers().stream().anyMatch(t -> t.name().equals(trigger.name()));
      if (called && stays && !back) {
        lost(Subject.other("trigger", table.schema() + "." + table.name(), trigger.name()), "trigger",
            trigger.name() + "` of `" + table.displayName(), trigger.origin());
      }
    }
  }

  private boolean isNamed(Table table) {
    return at.step().changes().stream().anyMatch(change -> switch (change) {
      case Change.TableDropped dropped -> dropped.table().id().equals(table.id());
      case Change.ObjectDropped dropped -> dropped.kind() != ObjectKind.SCHEMA
          && dropped.name().substring(dropped.name().lastIndexOf('.') + 1).equals(table.name());
      default -> false;
    });
  }

  private boolean isNamed(Table table, Column column) {
    return at.step().changes().stream().anyMatch(change -> change instanceof Change.ColumnDropped dropped
        && dropped.table().id().equals(table.id()) && dropped.name().equals(column.name()));
  }

  private boolean isNamed(Table table, Constraint constraint) {
    return at.step().changes().stream().anyMatch(change -> change instanceof Change.ConstraintDropped dropped
        && dropped.table().id().equals(table.id()) && dropped.name().equals(constraint.name()));
  }

  private void lost(ObjectPath object, String kind, String name, Origin origin) {
    if (origin.migration() != at.before().migration()) {
      losses.add(new Loss(object, kind + " `" + name + "`", origin));
    }
  }
}
