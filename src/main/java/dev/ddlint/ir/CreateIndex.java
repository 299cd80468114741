package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** CREATE INDEX. */
public record CreateIndex(Optional<Identifier> name, ObjectName table, boolean unique, boolean concurrently,
    boolean ifNotExists, boolean only, String method, List<IndexKey> keys, List<Identifier> include,
    boolean nullsNotDistinct, Optional<Expression> predicate, List<StorageOption> options, Optional<String> tablespace,
    Span concurrentlyAt, Span span) implements Statement {

  /** @param concurrentlyAt the keyword CONCURRENTLY, or the empty span where it would stand */
  public CreateIndex {}

  /** The same statement, built without blocking writes. */
  public CreateIndex withConcurrently() {
    return new CreateIndex(name, table, unique, true, ifNotExists, only, method, keys, include, nullsNotDistinct,
        predicate, options, tablespace, concurrentlyAt, span);
  }
}
