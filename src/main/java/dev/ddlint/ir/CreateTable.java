package dev.ddlint.ir;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * CREATE TABLE.
 *
 * @param likes the tables of LIKE clauses
 * @param partitionBy how this table is partitioned
 * @param partitionOf the parent of which this table is a partition
 * @param inherits the parents of plain inheritance
 * @param ofType the composite type of a typed table
 */
public record CreateTable(ObjectName name, Persistence persistence, boolean ifNotExists, boolean foreign,
    List<ColumnDefinition> columns, List<TableConstraint> constraints, List<Like> likes,
    Optional<Partitioning> partitionBy, Optional<PartitionOf> partitionOf, List<ObjectName> inherits,
    Optional<ObjectName> ofType, List<StorageOption> options, Span span) implements Statement {

  /** @param including the words after INCLUDING, upper case: {@code ALL}, {@code DEFAULTS} ... in the order written */
  public record Like(ObjectName table, List<String> including, List<String> excluding, Span span) {}

  /** @param strategy {@code RANGE}, {@code LIST} or {@code HASH} */
  public record Partitioning(String strategy, List<IndexKey> keys, Span span) {}

  /** @param bound as written: {@code FOR VALUES FROM (1) TO (10)} or {@code DEFAULT} */
  public record PartitionOf(ObjectName parent, Expression bound) {}
}
