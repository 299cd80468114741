package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.Table;
import java.util.Set;
import java.util.stream.Stream;

/** Tables that keep a record of what happened: their rows outlive what they speak of. */
final class Records {
  private static final Set<String> WORDS = Set.of("log", "logs", "event", "events", "audit", "audits", "history",
      "analytics", "metric", "metrics", "usage", "span", "spans", "trace", "traces", "olap", "archive", "archived",
      "backup", "activity", "activities", "telemetry");

  private Records() {}

  /** By its own name, or by the schema that holds such tables. */
  static boolean keeps(Table table) {
    return Stream.of(table.schema(), table.name()).flatMap(name -> NameWords.of(name).stream())
        .anyMatch(WORDS::contains);
  }
}
