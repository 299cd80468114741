package dev.ddlint.engine;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.Table;
import dev.ddlint.engine.Impact.Link;
import dev.ddlint.engine.Impact.Touched;
import dev.ddlint.engine.Impact.Unit;
import dev.ddlint.rule.Day;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables that a migration has to do with, and how they hang together. */
final class Touches {
  private final Catalog before;
  private final Catalog after;

  private Touches(Day day) {
    this.before = day.before().catalog();
    this.after = day.after().catalog();
  }

  static List<Touched> of(Day day, List<Unit> units) {
    Touches touches = new Touches(day);
    Set<ObjectId> ids = new LinkedHashSet<>();
    units.stream().flatMap(unit -> unit.acts().stream()).flatMap(act -> act.locks().stream())
        .forEach(lock -> ids.add(lock.table().id()));
    return ids.stream().flatMap(id -> touches.touched(id).stream()).toList();
  }

  /** Empty for what the migration both makes and drops. */
  private Optional<Touched> touched(ObjectId id) {
    Optional<Table> left = after.table(id);
    Catalog catalog = left.isPresent() ? after : before;
    return left.or(() -> before.table(id)).filter(table -> !table.kind().isView())
        .map(table -> new Touched(table, before.table(id).isEmpty() && table.isKnown(), left.isEmpty(),
            table.constraints(ForeignKey.class).stream().map(key -> link(catalog, table, key)).toList()));
  }

  private Link link(Catalog catalog, Table table, ForeignKey key) {
    String target = catalog.table(key.target()).map(Table::displayName).orElse("?");
    boolean stood = before.table(table.id()).stream().flatMap(t -> t.constraints().stream())
        .anyMatch(constraint -> constraint.id().equals(key.id()));
    return new Link(table.names(key.columns()), target, !stood, key.validated());
  }
}
