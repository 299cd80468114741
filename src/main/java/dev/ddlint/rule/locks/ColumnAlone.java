package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.ColumnAdded;
import dev.ddlint.ir.ColumnConstraint;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.TableAction;
import dev.ddlint.print.Compose;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.Context;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** The column of an ADD COLUMN without the constraint that makes it expensive, which can come later. */
final class ColumnAlone {

  private ColumnAlone() {}

  /** The statement that adds just the column; empty when the clause stands in no ADD COLUMN. */
  static Optional<String> without(Span clause, Context at) {
    return added(clause, at).flatMap(added -> print(added, clause));
  }

  /** The constraint of a column that is added, as it is written. */
  static <C extends ColumnConstraint> Optional<C> constraint(Class<C> kind, Span clause, Context at) {
    return added(clause, at).flatMap(ColumnAdded::clause).flatMap(action -> action.column().constraints().stream()
        .filter(constraint -> constraint.span().equals(clause)).filter(kind::isInstance).map(kind::cast).findFirst());
  }

  private static Optional<ColumnAdded> added(Span clause, Context at) {
    return at.step().changes().stream().filter(ColumnAdded.class::isInstance).map(ColumnAdded.class::cast)
        .filter(added -> added.span().contains(clause)).findFirst();
  }

  private static Optional<String> print(ColumnAdded added, Span clause) {
    return added.clause().map(action -> {
      ColumnDefinition column = action.column();
      List<ColumnConstraint> kept = column.constraints().stream().filter(c -> !c.span().equals(clause)).toList();
      ColumnDefinition alone = new ColumnDefinition(column.name(), column.type(), column.collation(),
          column.storage(), column.compression(), kept, column.span());
      return SqlPrinter.print(Compose.alter(Compose.object(added.table().schema(), added.table().name()),
          new TableAction.AddColumn(alone, action.ifNotExists(), action.span())));
    });
  }
}
