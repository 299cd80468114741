package dev.ddlint.parse;

import dev.ddlint.ir.Statement;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.List;

/**
 * A file of SQL, read: its statements and what stands between them. Every character of the file belongs to one
 * statement, to a piece of trivia, or is white space or a semicolon.
 *
 * @param statements in the order of the file; those in a DO block stand inside it
 * @param trivia comments, psql commands and COPY data, in order; also those inside statements
 */
public record Script(SourceFile file, List<Statement> statements, List<Trivia> trivia) {

  /** Text that is no part of any statement. */
  public record Trivia(Kind kind, Span span) {}

  /** What kind of text it is. */
  public enum Kind {
    LINE_COMMENT, BLOCK_COMMENT, PSQL_COMMAND, COPY_DATA
  }
}
