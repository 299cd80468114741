package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * INSERT, UPDATE, DELETE, MERGE, SELECT or COPY, read only as far as its effect on tables: its tree is made lazily by
 * JSqlParser.
 *
 * @param target the table written to; empty for SELECT
 * @param columns those that an INSERT lists or an UPDATE sets
 * @param filtered whether a WHERE stands at the top level
 * @param into the table that SELECT ... INTO makes
 * @param text the whole statement; {@code functions} are those called anywhere in it
 * @param parts the writes that stand in its WITH
 */
public record DataStatement(Kind kind, Optional<ObjectName> target, List<Identifier> columns, boolean filtered,
    Optional<ObjectName> into, List<DataStatement> parts, Expression text, Span span) implements Statement {

  public enum Kind {
    INSERT, UPDATE, DELETE, MERGE, SELECT, COPY, COPY_OUT
  }

  /** The same statement, making no table. */
  public DataStatement withoutInto() {
    return new DataStatement(kind, target, columns, filtered, Optional.empty(), parts, text, span);
  }

  public boolean writes() {
    return kind != Kind.SELECT && kind != Kind.COPY_OUT;
  }
}
