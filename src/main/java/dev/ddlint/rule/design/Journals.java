package dev.ddlint.rule.design;

import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.Table;
import java.util.Set;

/** Tables that record what happened: their rows outlive what they speak of. */
final class Journals {
  private static final Set<String> WORDS = Set.of("audit", "log", "history", "event", "archive", "outbox", "journal",
      "activity", "analytic", "metric", "stat", "usage", "trace", "snapshot", "backup", "staging", "deleted", "tmp");

  private Journals() {}

  static boolean holds(Table table) {
    return NameWords.singular(table.name()).stream().anyMatch(WORDS::contains);
  }
}
