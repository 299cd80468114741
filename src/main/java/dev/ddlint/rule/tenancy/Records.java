package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Table;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Tables that keep a record of what happened: their rows outlive what they speak of. */
final class Records {
  private static final Set<String> WORDS = Set.of("log", "logs", "event", "events", "audit", "audits", "history",
      "analytics", "metric", "metrics", "usage", "span", "spans", "trace", "traces", "olap", "archive", "archived",
      "backup", "activity", "activities", "telemetry");

  private Records() {}

  static boolean keeps(Table table) {
    String spaced = table.name().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    return Arrays.stream(spaced.split("_")).anyMatch(WORDS::contains);
  }
}
