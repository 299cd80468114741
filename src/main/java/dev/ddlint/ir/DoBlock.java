package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * DO: an anonymous code block, opened. Its statements have spans in the file like any other.
 *
 * @param statements the SQL statements found in the body, in order
 * @param dynamic the EXECUTE commands whose text is composed at run time, and what could not be read
 */
public record DoBlock(Optional<String> language, List<Embedded> statements, List<Span> dynamic,
    Span span) implements Statement {

  /**
   * A statement inside the block.
   *
   * @param condition when it runs: always, or only in a branch
   */
  public record Embedded(Statement statement, Condition condition) {}

  /** Those of its statements that could not be understood. */
  public List<Unrecognized> unrecognized() {
    return statements.stream().map(Embedded::statement).filter(Unrecognized.class::isInstance)
        .map(Unrecognized.class::cast).toList();
  }

  /** How a statement in a block is reached. */
  public enum Condition {
    /** It runs each time. */
    ALWAYS,
    /** It stands in a block that catches the error it may raise: {@code EXCEPTION WHEN duplicate_object}. */
    GUARDED,
    /** It stands in an IF, a CASE or a loop. */
    CONDITIONAL,
    /** It stands in an exception handler: the usual path does not reach it. */
    HANDLER
  }
}
