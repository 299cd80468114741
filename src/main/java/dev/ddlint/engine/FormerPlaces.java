package dev.ddlint.engine;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Origin;
import dev.ddlint.catalog.State;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.Script;
import dev.ddlint.text.Place;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the things that a script changes or drops were declared before. */
record FormerPlaces(List<Former> all) {

  /** A clause, and the place of what it changes. */
  private record Former(Span clause, Place place) {}

  static FormerPlaces of(Script script, State before) {
    List<Former> all = new ArrayList<>();
    State state = before.beginMigration(before.migration() + 1);
    for (Statement statement : script.statements()) {
      State.Step step = state.apply(statement, script.file());
      for (Change change : step.changes()) {
        origin(change).filter(origin -> origin.place().file() != script.file())
            .ifPresent(origin -> all.add(new Former(change.span(), origin.place())));
      }
      state = step.after();
    }
    return new FormerPlaces(all);
  }

  /** The first one of a clause that lies in the span or holds it. */
  Optional<Place> of(Span span) {
    return all.stream().filter(f -> f.clause().contains(span) || span.contains(f.clause())).findFirst()
        .map(Former::place);
  }

  private static Optional<Origin> origin(Change change) {
    return switch (change) {
      case Change.TableDropped c -> Optional.of(c.table().origin());
      case Change.ColumnDropped c -> c.column().map(Column::origin);
      case Change.TypeChanged c -> c.column().map(Column::origin);
      case Change.NotNullSet c -> c.column().map(Column::origin);
      case Change.NotNullDropped c -> c.column().map(Column::origin);
      case Change.DefaultSet c -> c.column().map(Column::origin);
      case Change.DefaultDropped c -> c.column().map(Column::origin);
      case Change.ConstraintDropped c -> c.constraint().map(constraint -> constraint.origin());
      case Change.IndexDropped c -> c.index().map(index -> index.origin());
      case Change.TypeDropped c -> c.type().map(type -> type.origin());
      case Change.TypeRenamed c -> Optional.of(c.type().origin());
      case Change.EnumValueAdded c -> c.enumeration().map(type -> type.origin());
      default -> Optional.empty();
    };
  }
}
