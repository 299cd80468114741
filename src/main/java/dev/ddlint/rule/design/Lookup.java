package dev.ddlint.rule.design;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Catalog.QualifiedName;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.Origin;
import dev.ddlint.catalog.State;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.rule.Context;
import dev.ddlint.text.Place;
import java.util.List;
import java.util.Optional;

/** What the names of a statement stand for before it runs. */
final class Lookup {
  /** Such a folder need not be a history: its files may never have met. */
  private static final String PLAIN = "plain";

  private final Context at;
  private final State state;
  private final Catalog catalog;

  Lookup(Context at) {
    this.at = at;
    this.state = at.before();
    this.catalog = state.catalog();
  }

  String creationSchema(ObjectName name) {
    return name.schema().orElse(state.session().creationSchema());
  }

  private List<String> schemas(ObjectName name) {
    return name.schema().map(List::of).orElse(state.session().searchPath());
  }

  Optional<Table> table(ObjectName name) {
    return schemas(name).stream().flatMap(schema -> catalog.table(schema, name.name()).stream()).findFirst();
  }

  Optional<UserType> type(ObjectName name) {
    return schemas(name).stream()
        .flatMap(
            schema -> Optional.ofNullable(catalog.typeNames().get(new QualifiedName(schema, name.name()))).stream())
        .flatMap(id -> catalog.type(id).stream()).findFirst();
  }

  /** A table whose columns and constraints are all known at this statement. */
  Optional<Table> known(ObjectName name) {
    return table(name).filter(table -> table.isComplete() && !catalog.isUncertain(table) && !table.kind().isView()
        && table.kind() != Table.Kind.PARTITION && table.parents().isEmpty() && isHere(table.origin()));
  }

  /** Whether the history made a table of this name, took it away, and hides nothing that could have brought it back. */
  boolean isGone(ObjectName name) {
    return !isPlain() && catalog.isWhole() && schemas(name).stream()
        .allMatch(schema -> catalog.relation(schema, name.name()).isEmpty())
        && schemas(name).stream()
            .anyMatch(schema -> catalog.dropped().contains(new QualifiedName(schema, name.name())));
  }

  /** Where a table, view, index or sequence of the name was made; nothing where it may be gone again. */
  Optional<Place> relation(String schema, String name) {
    return catalog.relation(schema, name).flatMap(this::origin).filter(this::isHere).map(Origin::place);
  }

  private Optional<Origin> origin(ObjectId id) {
    Optional<Origin> table = catalog.table(id).filter(t -> t.isKnown() && !catalog.isUncertain(t)).map(Table::origin);
    Optional<Origin> index = catalog.index(id).filter(i -> catalog.table(i.table())
        .filter(t -> t.isKnown() && !catalog.isUncertain(t)).isPresent()).map(i -> i.origin());
    return table.or(() -> index)
        .or(() -> Optional.ofNullable(catalog.sequences().get(id)).map(sequence -> sequence.origin()));
  }

  /** Whether the thing is sure to be there when this file runs. */
  boolean isHere(Origin origin) {
    boolean same = origin.migration() == state.migration();
    return origin.migration() != Origin.BEFORE_HISTORY && (same || !isPlain());
  }

  boolean hides() {
    return catalog.opaque();
  }

  private boolean isPlain() {
    return at.day().project().layout().id().equals(PLAIN);
  }
}
