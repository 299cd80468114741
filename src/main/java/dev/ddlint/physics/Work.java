package dev.ddlint.physics;

import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much a change does while it holds its locks.
 *
 * @param kind the greatest work done
 * @param tables those that this is done to; each is read whole when the kind is a scan or more
 * @param scanned others that are read whole beside it
 * @param rebuilt indexes that were there and are built again without their table being rewritten
 */
public record Work(Kind kind, List<Table> tables, List<Table> scanned, List<Index> rebuilt) {
  public static final Work CATALOG_ONLY = new Work(Kind.CATALOG_ONLY, List.of(), List.of(), List.of());

  /** Least first. */
  public enum Kind {
    CATALOG_ONLY,
    /** Rows are read or written, and the statement says which: the work grows with them, not with the table. */
    ROWS,
    SCAN, INDEX_BUILD, REWRITE
  }

  public boolean rewrites() {
    return kind == Kind.REWRITE;
  }

  /** Whether some table is read whole. */
  public boolean readsTables() {
    return kind.compareTo(Kind.SCAN) >= 0;
  }

  /** All tables that are read whole. */
  public List<Table> readWhole() {
    return readsTables() ? Stream.concat(tables.stream(), scanned.stream()).toList() : List.of();
  }
}
