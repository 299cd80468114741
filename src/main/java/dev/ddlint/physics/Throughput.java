package dev.ddlint.physics;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.physics.Statistics.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * How fast a server works, in bytes of a table a second. The defaults are rounded down from the slowest that was measured
 * on a small, busy machine (docs/impact.md): what is estimated with them is an order of magnitude.
 *
 * @param scan reading a table
 * @param indexBuild reading, sorting and writing for one index
 * @param rewrite writing a table anew, without its indexes
 */
public record Throughput(long scan, long indexBuild, long rewrite) {
  public static final Throughput DEFAULT = new Throughput(150L << 20, 40L << 20, 20L << 20);
  private static final long MILLIS = 1000;

  private record Part(Table table, ToLongFunction<Size> millis) {}

  /**
   * How long the work takes; empty where the size of a table is not known, or the work does not grow with it.
   *
   * @param empty tells the tables that hold no rows
   * @param catalog holds the tables of the indexes that are built again
   */
  public Optional<Duration> of(Work work, Statistics statistics, Predicate<Table> empty, Catalog catalog) {
    if (work.kind() == Work.Kind.ROWS) {
      return Optional.empty();
    }
    long millis = 0;
    for (Part part : parts(work, catalog)) {
      if (!empty.test(part.table())) {
        Optional<Size> size = statistics.of(part.table());
        if (size.isEmpty()) {
          return Optional.empty();
        }
        millis += part.millis().applyAsLong(size.get());
      }
    }
    return Optional.of(Duration.ofMillis(millis));
  }

  private List<Part> parts(Work work, Catalog catalog) {
    List<Part> parts = new ArrayList<>();
    if (work.readsTables()) {
      work.tables().forEach(table -> parts.add(new Part(table, size -> of(work.kind(), size))));
    }
    work.scanned().forEach(table -> parts.add(new Part(table, size -> of(Work.Kind.SCAN, size))));
    for (Index index : work.rebuilt()) {
      catalog.table(index.table())
          .ifPresent(table -> parts.add(new Part(table, size -> of(Work.Kind.INDEX_BUILD, size))));
    }
    return parts;
  }

  private long of(Work.Kind kind, Size size) {
    return switch (kind) {
      case CATALOG_ONLY, ROWS -> 0;
      case SCAN -> time(size.bytes(), scan);
      case INDEX_BUILD -> time(size.bytes(), indexBuild);
      case REWRITE -> time(size.bytes(), rewrite) + time(size.indexBytes(), indexBuild);
    };
  }

  private static long time(long bytes, long perSecond) {
    return bytes * MILLIS / perSecond;
  }
}
