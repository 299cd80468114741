package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change.RowsWritten;
import dev.ddlint.catalog.Table;
import dev.ddlint.parse.ExpressionWords;
import dev.ddlint.rule.Context;

/** Whether an earlier statement of the migration that writes rows reads a table: its rows were moved. */
final class RowsRead {

  private RowsRead() {}

  static boolean of(Table table, Context at) {
    return at.earlier().stream().filter(RowsWritten.class::isInstance).map(RowsWritten.class::cast)
        .anyMatch(written -> ExpressionWords.of(written.statement().text()).contains(table.name()));
  }

  /** As {@link #of}, into another table: its own rows may be changed before it goes. */
  static boolean intoAnother(Table table, Context at) {
    return at.earlier().stream().filter(RowsWritten.class::isInstance).map(RowsWritten.class::cast)
        .filter(written -> !written.table().id().equals(table.id()))
        .anyMatch(written -> ExpressionWords.of(written.statement().text()).contains(table.name()));
  }
}
