package dev.ddlint.rule;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.NameWords;
import dev.ddlint.print.Names;
import java.util.List;
import java.util.Set;

/** How a table marks rows as deleted. */
public final class SoftDelete {
  private static final Set<String> MOMENTS = Set.of("timestamp", "timestamptz", "date");

  private SoftDelete() {}

  /** {@code deleted_at}, or a flag {@code is_deleted}. */
  public static boolean marks(Column column) {
    List<String> words = NameWords.of(column.name());
    boolean moment = column.type().filter(type -> MOMENTS.contains(type.name().name())).isPresent();
    boolean deleted = words.equals(List.of("deleted", "at")) || words.equals(List.of("deleted"))
        || words.equals(List.of("is", "deleted")) || words.equals(List.of("removed", "at"));
    return deleted && (moment ? !column.notNull() : isFlag(column));
  }

  private static boolean isFlag(Column column) {
    return column.type().filter(type -> type.is("bool")).isPresent();
  }

  /** The condition that a row is there. */
  public static String alive(Column mark) {
    return isFlag(mark) ? "NOT " + Names.of(mark.name()) : Names.of(mark.name()) + " IS NULL";
  }
}
