package dev.ddlint.report;

import dev.ddlint.catalog.Table;
import dev.ddlint.engine.Impact;
import dev.ddlint.physics.Effects;
import dev.ddlint.physics.LockMode;
import dev.ddlint.physics.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a migration does, in words. */
final class ImpactWords {
  private static final int STATEMENT = 100;
  private static final int MINUTE = 60;

  private ImpactWords() {}

  /** A statement on one line, cut where it is long. */
  static String statement(Impact.Act act) {
    String line = SafeText.oneLine(act.place().text()).strip();
    return line.length() <= STATEMENT ? line : line.substring(0, STATEMENT - 4) + " ...";
  }

  /** What has to wait for a lock (manual, table 13.2). */
  static List<String> blocked(LockMode mode) {
    List<String> waiting = new ArrayList<>();
    if (mode.blocksReads()) {
      waiting.add("reads");
    }
    if (mode.blocksWrites()) {
      waiting.add("writes");
    }
    if (mode.blocksMaintenance()) {
      waiting.add("vacuum");
    }
    if (mode.blocksDdl()) {
      waiting.add("DDL");
    }
    return waiting;
  }

  static String blocks(LockMode mode) {
    List<String> waiting = blocked(mode);
    int last = waiting.size() - 1;
    return last == 0 ? waiting.get(0) : String.join(", ", waiting.subList(0, last)) + " and " + waiting.get(last);
  }

  /** {@code SHARE ROW EXCLUSIVE on a and b, ACCESS SHARE on c}. */
  static String locks(List<Impact.Locked> locks) {
    Map<LockMode, List<String>> byMode = new LinkedHashMap<>();
    locks.forEach(lock -> byMode.computeIfAbsent(lock.mode(), mode -> new ArrayList<>())
        .add(lock.table().displayName()));
    return byMode.entrySet().stream().map(e -> e.getKey().sql() + " on " + String.join(" and ", e.getValue()))
        .collect(Collectors.joining(", "));
  }

  static String work(Effects effects) {
    Work work = effects.work();
    String tables = tables(work.tables());
    String done = switch (work.kind()) {
      case CATALOG_ONLY -> "the catalog only";
      case ROWS -> "the rows that it names";
      case SCAN -> "scan of " + tables;
      case INDEX_BUILD -> "index build on " + tables;
      case REWRITE -> "rewrite of " + tables + " and its indexes";
    };
    String scanned = work.scanned().isEmpty() ? "" : "; scan of " + tables(work.scanned());
    String rebuilt = work.rebuilt().isEmpty()
        ? ""
        : "; builds again " + work.rebuilt().stream().map(i -> i.name()).collect(Collectors.joining(", "));
    return done + scanned + rebuilt + effects.unseen().map(unseen -> " (depends on " + unseen + ")").orElse("");
  }

  static String tables(List<Table> tables) {
    return tables.stream().map(Table::displayName).distinct().collect(Collectors.joining(" and "));
  }

  /** Estimates are orders of magnitude: no more than two figures. */
  static String time(Optional<Duration> duration) {
    return duration.map(ImpactWords::time).orElse("a time that grows with the table");
  }

  private static String time(Duration duration) {
    long seconds = Math.round(duration.toMillis() / 1000.0);
    if (seconds < 1) {
      return "under 1 s";
    }
    if (seconds < 2 * MINUTE) {
      return "about " + seconds + " s";
    }
    return seconds < 2 * MINUTE * MINUTE
        ? "about " + Math.round(seconds / (double) MINUTE) + " min"
        : String.format(Locale.ROOT, "about %.1f h", seconds / (double) (MINUTE * MINUTE));
  }
}
