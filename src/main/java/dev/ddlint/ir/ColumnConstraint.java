package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** What may follow a column's type (manual, CREATE TABLE, column_constraint). */
public sealed interface ColumnConstraint {

  /** As written after CONSTRAINT. */
  Optional<Identifier> name();

  /** From CONSTRAINT or the first keyword to the end. */
  Span span();

  record NotNull(Optional<Identifier> name, boolean noInherit, Span span) implements ColumnConstraint {}

  record Null(Optional<Identifier> name, Span span) implements ColumnConstraint {}

  record Default(Optional<Identifier> name, Expression value, Span span) implements ColumnConstraint {}

  record Check(Optional<Identifier> name, Expression condition, boolean noInherit, boolean notEnforced,
      Span span) implements ColumnConstraint {}

  record Unique(Optional<Identifier> name, boolean primary, boolean nullsNotDistinct, Deferral deferral,
      Span span) implements ColumnConstraint {}

  record References(Optional<Identifier> name, Reference reference, Deferral deferral, boolean notEnforced,
      Span span) implements ColumnConstraint {}

  record Identity(Optional<Identifier> name, boolean always, List<SequenceOption> options,
      Span span) implements ColumnConstraint {}

  record Generated(Optional<Identifier> name, Expression value, boolean stored,
      Span span) implements ColumnConstraint {}
}
