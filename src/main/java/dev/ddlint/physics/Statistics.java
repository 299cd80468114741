package dev.ddlint.physics;

import dev.ddlint.catalog.Table;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How large the tables of a database are, as its user measured them. Nothing is known of a table that is not named.
 *
 * @param sizes by {@code schema.table}
 * @param thresholds what counts as small and as large
 * @param speed how fast the server works
 */
public record Statistics(Map<String, Size> sizes, Thresholds thresholds, Throughput speed) {
  public static final Statistics NONE = new Statistics(Map.of(), Thresholds.DEFAULT, Throughput.DEFAULT);

  /**
   * @param rows as the server estimates them
   * @param bytes of the table without its indexes
   * @param indexBytes of all its indexes
   */
  public record Size(long rows, long bytes, long indexBytes) {

    /** {@code 12 GB in 80,000,000 rows}. */
    public String text() {
      String[] units = {"kB", "MB", "GB", "TB"};
      double amount = bytes / 1024.0;
      int unit = 0;
      while (amount >= 1024 && unit < units.length - 1) {
        amount /= 1024;
        unit++;
      }
      String size = String.format(Locale.ROOT, amount < 10 ? "%.1f %s" : "%.0f %s", amount, units[unit]);
      return rows > 0 ? size + String.format(Locale.ROOT, " in %,d rows", rows) : size;
    }
  }

  /**
   * In bytes of the table without its indexes.
   *
   * @param small up to here a scan or a rewrite is over before anyone waits long
   * @param large from here on it takes so long that the application stands still
   */
  public record Thresholds(long small, long large) {
    public static final Thresholds DEFAULT = new Thresholds(16L << 20, 1L << 30);
  }

  public Optional<Size> of(Table table) {
    return of(table.schema() + "." + table.name());
  }

  /** @param name with its schema */
  public Optional<Size> of(String name) {
    return Optional.ofNullable(sizes.get(name));
  }

  /** Whether the table is known to be small. */
  public boolean isSmall(Table table) {
    return of(table).filter(size -> size.bytes() <= thresholds.small()).isPresent();
  }

  /** Whether the table is known to be large. */
  public boolean isLarge(Table table) {
    return of(table).filter(size -> size.bytes() >= thresholds.large()).isPresent();
  }

  /** The same scales with other sizes. */
  public Statistics withSizes(Map<String, Size> other) {
    return new Statistics(Map.copyOf(other), thresholds, speed);
  }
}
