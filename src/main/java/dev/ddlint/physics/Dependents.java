package dev.ddlint.physics;

import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Table;
import dev.ddlint.parse.ExpressionWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands on a table and is locked when CASCADE takes it away. */
final class Dependents {
  private final Moment moment;

  Dependents(Moment moment) {
    this.moment = moment;
  }

  /** The tables with a foreign key to a table. */
  List<Table> referencing(Table table) {
    return moment.catalog().referencing(table).stream().sorted(Dependents::byId).toList();
  }

  /** The tables with a foreign key to a column. */
  List<Table> referencing(Table table, int column) {
    return referencing(table).stream().filter(other -> other.constraints(Constraint.ForeignKey.class).stream()
        .anyMatch(key -> key.target().equals(table.id()) && key.targetColumns().contains(column))).toList();
  }

  /** The views that read a relation, and those that read them. */
  List<Table> views(Table relation) {
    List<Table> views = new ArrayList<>(readersOf(relation));
    for (int i = 0; i < views.size(); i++) {
      readersOf(views.get(i)).stream().filter(view -> !views.contains(view)).forEach(views::add);
    }
    return List.copyOf(views);
  }

  /** The views that read a column of a table. */
  List<Table> views(Table table, String column) {
    return readersOf(table).stream()
        .filter(view -> view.query().filter(q -> ExpressionWords.of(q).contains(column)).isPresent()).toList();
  }

  private List<Table> readersOf(Table relation) {
    return moment.catalog().tables().values().stream().filter(view -> view.kind().isView())
        .filter(view -> mentions(view, relation)).sorted(Dependents::byId).toList();
  }

  private boolean mentions(Table view, Table relation) {
    Optional<String> query = view.query().map(q -> q.text()).filter(text -> text.contains(relation.name()));
    return query.isPresent()
        && RelationsRead.in(query.get(), moment).stream().anyMatch(read -> read.id().equals(relation.id()));
  }

  private static int byId(Table a, Table b) {
    return Integer.compare(a.id().value(), b.id().value());
  }
}
