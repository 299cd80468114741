package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A data type as written, in PostgreSQL's internal spelling.
 *
 * @param schema empty when none was written; {@code pg_catalog} is dropped, since every search path holds it
 * @param name {@code int4} for {@code integer}, {@code varchar} for {@code character varying}, {@code bpchar} for
 *        {@code character}; {@code serial} and its kin stay as written, since they are no types
 * @param modifiers as written: {@code 20}, {@code 10} and {@code 2}; for interval fields the words
 * @param dimensions number of array marks; PostgreSQL stores arrays without their dimensions
 * @param referencedColumn the column of {@code table.column%TYPE}
 */
public record TypeName(Optional<String> schema, String name, List<String> modifiers, int dimensions, boolean setOf,
    Optional<String> referencedColumn, Span span) {

  public static TypeName of(String name, String... modifiers) {
    return new TypeName(Optional.empty(), name, List.of(modifiers), 0, false, Optional.empty(), Span.NONE);
  }

  public boolean isArray() {
    return dimensions > 0;
  }

  /** Whether this is one of PostgreSQL's auto-incrementing notations (manual, section 8.1.4). */
  public boolean isSerial() {
    return schema.isEmpty() && switch (name) {
      case "serial", "serial2", "serial4", "serial8", "bigserial", "smallserial" -> true;
      default -> false;
    };
  }
}
