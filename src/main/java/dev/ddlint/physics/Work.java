package dev.ddlint.physics;

import dev.ddlint.catalog.Table;
import java.util.List;

/**
 * How much a change does while it holds its locks.
 *
 * @param tables those that are read or written whole
 */
public record Work(Kind kind, List<Table> tables) {
  public static final Work CATALOG_ONLY = new Work(Kind.CATALOG_ONLY, List.of());

  /** Least first. */
  public enum Kind {
    CATALOG_ONLY, SCAN, INDEX_BUILD, REWRITE
  }
}
