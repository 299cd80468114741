package dev.ddlint.config;

import dev.ddlint.physics.Statistics;
import dev.ddlint.physics.Throughput;
import dev.ddlint.rule.Settings;
import java.util.List;
import java.util.Locale;

/** The keys of {@code ddlint.yaml} in the order in which people read them, with what holds where they are not said. */
final class ConfigurationKeys {

  /**
   * A key.
   *
   * @param byDefault the value, or words that say what happens
   * @param isValue whether the default can be written as a value
   */
  record Key(String name, String byDefault, boolean isValue, String says) {}

  static final List<Key> TOP = List.of(
      value("preset", word(Configuration.DEFAULT.preset()), "Which rules are on: strict takes in those off by default"),
      value("fail-on", word(Configuration.DEFAULT.failOn()),
          "The level from which findings make the exit code 1, or never"),
      value("postgres-version", String.valueOf(Settings.OLDEST_POSTGRES),
          "The oldest major version of PostgreSQL that the migrations run on"),
      words("dialect", "what each file tells", "What all files are written for"),
      words("session", "nothing known", "Settings of the session that runs the migrations"),
      words("stats", "no sizes known", "The sizes of the tables, and what counts as small, large and fast"),
      words("rules", "as the preset says", "Rules by id or alias: a level, off, on, or their options"),
      words("overrides", "none", "Rules for some files only; of two that match, the later one holds"),
      words("migrations", "found by their layouts", "Histories that no layout finds, or another runner"),
      words("tenancy", "inferred", "How tenants are kept apart, where it is inferred wrongly"),
      words("ignore", "none", "Findings that are not reported"),
      words("placeholders", "none", "What template placeholders in the files stand for, by name"),
      words("baseline", "none", "The file of findings that are held back, which ddlint baseline writes"));

  static final List<Key> SESSION = List.of(
      words("timezone", "not known", "Decides whether timestamp to timestamptz rewrites a table"),
      words("lock_timeout", "none", "How long a statement waits for a lock"),
      words("statement_timeout", "none", "How long a statement runs"));

  static final List<Key> TENANCY = List.of(
      words("root", "inferred", "The table with a row for each tenant"),
      words("key", "inferred", "The column that holds the tenant"),
      words("shared", "inferred", "Tables that belong to no tenant"),
      words("mode", "inferred", "How tenants are kept apart"));

  static final List<Key> STATS = List.of(
      words("file", "no sizes known", "The sizes of the tables as JSON, relative to this file"),
      value("small", size(Statistics.Thresholds.DEFAULT.small()),
          "Tables up to this size are no concern, such as 16MB"),
      value("large", size(Statistics.Thresholds.DEFAULT.large()), "Tables from this size on are large, such as 2GB"),
      value("scan", size(Throughput.DEFAULT.scan()), "What is read in a second, such as 500MB"),
      value("index-build", size(Throughput.DEFAULT.indexBuild()), "What is indexed in a second, such as 50MB"),
      value("rewrite", size(Throughput.DEFAULT.rewrite()), "What is rewritten in a second, such as 80MB"));

  static final List<Key> MIGRATIONS = List.of(
      words("files", "found by their layouts", "A glob relative to this file, such as db/versions/**/*.sql"),
      words("runner", "as found", "The id of the layout whose tool runs the files"),
      words("transaction", "as the runner does", "How far a transaction of the runner reaches"));

  static final List<Key> OVERRIDE = List.of(
      words("paths", "none", "Globs relative to this file, such as legacy/**"),
      words("rules", "none", "Rules by id or alias: a level, off or on; options hold for all files"));

  static final List<Key> IGNORE = List.of(
      words("rule", "none", "An id or alias"),
      words("object", "all", "As reports name it, such as public.users.email"),
      words("path", "all", "A glob relative to this file, such as db/V7__*.sql"),
      words("reason", "none", "Why it is right"),
      words("until", "for ever", "The last day on which it holds, such as 2027-01-31"));

  private ConfigurationKeys() {}

  private static Key value(String name, String byDefault, String says) {
    return new Key(name, byDefault, true, says);
  }

  private static Key words(String name, String byDefault, String says) {
    return new Key(name, byDefault, false, says);
  }

  /** In the largest unit that leaves a whole number. */
  private static String size(long bytes) {
    int power = 1;
    while (power < 4 && bytes % (1L << 10 * (power + 1)) == 0) {
      power++;
    }
    return (bytes >> 10 * power) + "KMGT".substring(power - 1, power) + "B";
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
