package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tables that keep a record of what happened: their rows outlive what they speak of. */
final class Records {
  private static final Set<String> WORDS = Set.of("log", "logs", "event", "events", "audit", "audits", "history",
      "analytics", "metric", "metrics", "usage", "span", "spans", "trace", "traces", "olap", "archive", "archived",
      "backup", "activity", "activities", "telemetry");

  private static final Set<String> COPIES = Set.of("archive", "archived", "backup", "olap", "partitioned",
      "telemetry");

  private Records() {}

  /** Whether each row is such a record: the keys of events are none. */
  static boolean are(Table table) {
    List<String> words = NameWords.of(table.name());
    return NameWords.of(table.schema()).stream().anyMatch(WORDS::contains) || words.stream().anyMatch(COPIES::contains)
        || !words.isEmpty() && WORDS.contains(words.get(words.size() - 1));
  }

  /** By its own name, or by the schema that holds such tables. */
  static boolean keeps(Table table) {
    return Stream.of(table.schema(), table.name()).flatMap(name -> NameWords.of(name).stream())
        .anyMatch(WORDS::contains);
  }
}
