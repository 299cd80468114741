package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.MigrationRule;
import dev.ddlint.rule.Rule;
import dev.ddlint.text.Place;
import java.util.List;
import java.util.Optional;

/** A change that breaks running code shares its migration with others: they cannot be deployed apart. */
@Rule("incompatible-change-not-alone")
@Concerns(Effect.RUN)
public final class IncompatibleChangeNotAlone implements MigrationRule {

  @Override
  public void check(Day day, Findings findings) {
    List<Change> breaking = day.changes().stream().filter(change -> breaks(change, day)).toList();
    Optional<Change> other = day.changes().stream().filter(change -> !breaking.contains(change))
        .filter(change -> !(change instanceof Change.RowsWritten)).findFirst();
    if (breaking.isEmpty() || other.isEmpty()) {
      return;
    }
    Change first = breaking.get(0);
    findings.report(first.span()).about(new ObjectPath("migration", day.migration().version()))
        .says("this breaks running code, so the rest of the migration has to wait for the same deploy")
        .related(new Place(day.file(), other.get().span()), "this could go out before")
        .instead(new Advice(Advice.Kind.NONE, List.of(
            new Advice.Step("first", List.of("-- the other changes, in a migration of their own")),
            new Advice.Step("then", List.of("-- after the code no longer needs it: this one, alone")))));
  }

  private static boolean breaks(Change change, Day day) {
    return switch (change) {
      case Change.ColumnDropped c -> isOld(c.table(), day) && wasThere(c.table(), c.name(), day);
      case Change.TableDropped c -> isOld(c.table(), day);
      case Change.ColumnRenamed c -> isOld(c.table(), day) && wasThere(c.table(), c.from(), day);
      case Change.TableRenamed c -> isOld(c.table(), day);
      case Change.EnumValueRenamed c -> true;
      case Change.ColumnAdded c -> isOld(c.table(), day) && c.column().notNull() && !c.column().hasDefault()
          && c.column().generation() == Column.Generation.NONE;
      default -> false;
    };
  }

  private static boolean isOld(Table table, Day day) {
    return !table.isTemporary() && !day.before().isNew(table) && !table.kind().isView();
  }

  private static boolean wasThere(Table table, String column, Day day) {
    return table.column(column).filter(c -> c.origin().migration() == day.before().migration()).isEmpty();
  }
}
