package dev.ddlint.engine;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Origin;
import dev.ddlint.catalog.State;
import dev.ddlint.ir.Statement;
import dev.ddlint.parse.Script;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the clauses of a script change, and where that was declared before. */
record ScriptChanges(List<Change> all, SourceFile file) {

  static ScriptChanges of(Script script, State before) {
    List<Change> all = new ArrayList<>();
    State state = before.beginMigration(before.migration() + 1);
    for (Statement statement : script.statements()) {
      State.Step step = state.apply(statement, script.file());
      all.addAll(step.changes());
      state = step.after();
    }
    return new ScriptChanges(List.copyOf(all), script.file());
  }

  /** The first change of a clause that lies in the span or holds it. */
  Optional<Change> at(Span span) {
    return all.stream().filter(c -> c.span().contains(span) || span.contains(c.span())).findFirst();
  }

  /** Where the thing that a clause changes was declared before the script. */
  Optional<Place> before(Span span) {
    return all.stream().filter(c -> c.span().contains(span) || span.contains(c.span()))
        .flatMap(c -> origin(c).stream()).map(Origin::place).filter(place -> place.file() != file).findFirst();
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
