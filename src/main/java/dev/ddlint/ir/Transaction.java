package dev.ddlint.ir;

import dev.ddlint.text.Span;

/** BEGIN, COMMIT and their kin. */
public record Transaction(Kind kind, Span span) implements Statement {

  /** END counts as COMMIT, ABORT as ROLLBACK, as PostgreSQL has it. */
  public enum Kind {
    BEGIN, START, COMMIT, ROLLBACK, SAVEPOINT, RELEASE, ROLLBACK_TO, PREPARE, COMMIT_PREPARED, ROLLBACK_PREPARED
  }
}
