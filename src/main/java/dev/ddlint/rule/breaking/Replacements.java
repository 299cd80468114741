package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Column;
import dev.ddlint.parse.ExpressionNames;
import dev.ddlint.rule.Context;
import java.util.Optional;

/** What a migration puts in the place of a column that it drops. */
final class Replacements {

  private Replacements() {}

  /** The column of the same name that comes after it. */
  static Optional<Change.ColumnAdded> sameName(Change.ColumnDropped dropped, Context at) {
    return at.later().stream().filter(Change.ColumnAdded.class::isInstance).map(Change.ColumnAdded.class::cast)
        .filter(added -> added.table().id().equals(dropped.table().id())
            && added.column().name().equals(dropped.name()))
        .findFirst();
  }

  /** Whether the column is computed from others: it has nothing of its own to lose. */
  static boolean isComputed(Change.ColumnDropped dropped) {
    return dropped.column().map(Column::generation)
        .filter(g -> g == Column.Generation.STORED || g == Column.Generation.VIRTUAL).isPresent();
  }

  /** Whether a statement of the migration that writes rows read the column before it went. */
  static boolean isCopied(Change.ColumnDropped dropped, Context at) {
    return at.earlier().stream().filter(Change.RowsWritten.class::isInstance).map(Change.RowsWritten.class::cast)
        .anyMatch(written -> ExpressionNames.columns(written.statement().text()).contains(dropped.name()));
  }

  /** As {@link #isCopied}, for a new column: it was filled before the old one went. */
  static boolean isFilled(Change.ColumnAdded added, Context at) {
    return at.earlier().stream().filter(Change.RowsWritten.class::isInstance).map(Change.RowsWritten.class::cast)
        .anyMatch(written -> written.table().id().equals(added.table().id())
            && written.statement().columns().stream().anyMatch(c -> c.name().equals(added.column().name())));
  }
}
