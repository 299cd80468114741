package dev.ddlint.engine;

import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Finding.Fact;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody needs to know who is told of SQL in a migration that Prisma Migrate wrote: one line, where it helps. */
final class PrismaMigrateAdvice {
  private static final String LABEL = "prisma";

  private PrismaMigrateAdvice() {}

  static Finding added(Finding finding) {
    return text(finding).map(text -> finding.with(new Fact(LABEL, text))).orElse(finding);
  }

  private static Optional<String> text(Finding finding) {
    List<String> lines = finding.advice().stream().flatMap(advice -> advice.steps().stream())
        .flatMap(step -> step.lines().stream()).toList();
    if (finding.rule().endsWith("type-change")
        && finding.place().text().toUpperCase(Locale.ROOT).contains("TIMESTAMPTZ")) {
      return Optional
          .of("`@db.Timestamptz` at the field makes Prisma write this; without it the column stays as it is");
    }
    if (lines.stream().anyMatch(line -> line.contains(" CONCURRENTLY "))) {
      return Optional.of("`prisma migrate dev --create-only` writes a migration without running it; keep CONCURRENTLY"
          + " alone in its migration.sql, for several statements are sent as one transaction");
    }
    return lines.stream().anyMatch(line -> line.endsWith(";"))
        ? Optional.of("`prisma migrate dev --create-only` writes a migration without running it, to be edited first")
        : Optional.empty();
  }
}
