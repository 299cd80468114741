package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Fix;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.rule.Context;
import dev.ddlint.text.Edit;
import dev.ddlint.text.Place;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** Writes NOT VALID behind a constraint that ADD CONSTRAINT adds, where nothing in the migration counts on its rows. */
final class NotValid {

  private NotValid() {}

  /** @param clause the constraint's, of the statement under check */
  static Optional<Fix> fix(Table table, Span clause, Context at) {
    return isAddConstraint(clause, at) && !isValidityUsed(table, at)
        ? Optional.of(new Fix(
            "add it NOT VALID; a later migration must VALIDATE CONSTRAINT, until then existing rows are not checked",
            List.of(new Edit(new Place(at.file(), new Span(clause.end(), clause.end())), " NOT VALID"))))
        : Optional.empty();
  }

  /** A column's own constraint takes no NOT VALID, and what a DO block runs may be put together. */
  private static boolean isAddConstraint(Span clause, Context at) {
    return at.statement() instanceof AlterTable alter
        && alter.actions().stream().anyMatch(action -> action instanceof TableAction.AddConstraint add
            && add.constraint().span().end() == clause.end() && add.span().contains(clause));
  }

  /** SET NOT NULL and ATTACH PARTITION take a valid check for proof; VALIDATE says that it is wanted here. */
  private static boolean isValidityUsed(Table table, Context at) {
    return at.day().steps().stream().anyMatch(step -> step.statement() instanceof Unrecognized)
        || at.migration().stream().anyMatch(change -> switch (change) {
          case Change.NotNullSet set -> set.table().id().equals(table.id());
          case Change.ConstraintValidated validated -> validated.table().id().equals(table.id());
          case Change.PartitionAttached attached -> attached.table().id().equals(table.id())
              || attached.partition().id().equals(table.id());
          default -> false;
        });
  }
}
