package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** A constraint of CREATE TABLE or ADD CONSTRAINT (manual, table_constraint). */
public sealed interface TableConstraint {

  Optional<Identifier> name();

  Span span();

  /** Whether it was added NOT VALID: existing rows are not looked at. */
  default boolean notValid() {
    return false;
  }

  record Check(Optional<Identifier> name, Expression condition, boolean noInherit, boolean notEnforced,
      boolean notValid, Span span) implements TableConstraint {}

  /**
   * UNIQUE or PRIMARY KEY.
   *
   * @param columns empty with USING INDEX
   * @param usingIndex the index that becomes the constraint's
   */
  record Unique(Optional<Identifier> name, boolean primary, List<Identifier> columns, List<Identifier> include,
      boolean nullsNotDistinct, boolean withoutOverlaps, Optional<Identifier> usingIndex, Deferral deferral,
      Span span) implements TableConstraint {}

  record ForeignKey(Optional<Identifier> name, List<Identifier> columns, Reference reference, boolean period,
      Deferral deferral, boolean notEnforced, boolean notValid, Span span) implements TableConstraint {}

  record Exclusion(Optional<Identifier> name, String method, List<Element> elements, List<Identifier> include,
      Optional<Expression> predicate, Deferral deferral, Span span) implements TableConstraint {

    public record Element(IndexKey key, String operator) {}
  }

  /** A named NOT NULL constraint (PostgreSQL 18 and later). */
  record NotNull(Optional<Identifier> name, Identifier column, boolean noInherit, boolean notValid,
      Span span) implements TableConstraint {}
}
