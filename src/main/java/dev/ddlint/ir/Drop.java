package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** DROP of one kind of object. */
public record Drop(ObjectKind kind, List<Target> targets, boolean ifExists, boolean concurrently, boolean cascade,
    Span concurrentlyAt, Span span) implements Statement {

  /** @param concurrentlyAt the empty span behind the kind, where CONCURRENTLY stands or would stand */
  public Drop {}

  /**
   * @param table for triggers, policies and rules the table they stand on
   * @param signature for functions the argument types as written, where written
   */
  public record Target(ObjectName name, Optional<ObjectName> table, Optional<List<TypeName>> signature, Span span) {}
}
