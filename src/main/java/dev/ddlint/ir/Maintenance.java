package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * VACUUM, ANALYZE, CLUSTER and REINDEX.
 *
 * @param target for REINDEX the kind named: TABLE, INDEX, SCHEMA, DATABASE
 * @param objects empty when the whole database is meant
 */
public record Maintenance(Kind kind, ObjectKind target, List<ObjectName> objects, Optional<ObjectName> using,
    boolean full, boolean concurrently, Span span) implements Statement {

  /** The same command, which lets writes through. */
  public Maintenance withConcurrently() {
    return new Maintenance(kind, target, objects, using, full, true, span);
  }

  public enum Kind {
    VACUUM, ANALYZE, CLUSTER, REINDEX
  }
}
