package dev.ddlint.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.ir.Dialect;
import dev.ddlint.text.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marks of one database, outside of strings and comments. */
class DialectSnifferTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"MYSQL | CREATE TABLE `a` (`id` int unsigned)",
      "MYSQL | CREATE TABLE a (id INT AUTO_INCREMENT) ENGINE=InnoDB",
      "MYSQL | ALTER TABLE a MODIFY COLUMN b TINYINT(1)",
      "SQLITE | CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT)", "SQLITE | PRAGMA foreign_keys=OFF;",
      "CLICKHOUSE | CREATE TABLE a (id String) ENGINE = ReplacingMergeTree(v) ORDER BY id",
      "CLICKHOUSE | CREATE TABLE a (id Nullable(String))", "H2 | CREATE TABLE a (id BIGINT AUTO_INCREMENT)",
      "H2 | CREATE ALIAS F FOR 'x'", "POSTGRESQL | CREATE TABLE a (b jsonb)",
      "POSTGRESQL | CREATE INDEX CONCURRENTLY i ON a (b)", "POSTGRESQL | DO $$ BEGIN PRAGMA; END $$;",
      "POSTGRESQL | UPDATE a SET b = '1'::int", "SQLSERVER | CREATE TABLE a (id uniqueidentifier)"})
  void namesTheDatabase(Dialect dialect, String sql) {
    assertThat(sniff(sql)).contains(dialect);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"ALTER TABLE a ADD COLUMN b TEXT",
      "-- `a` ENGINE=InnoDB", "/* PRAGMA x */ SELECT 1", "INSERT INTO a VALUES ('`x` PRAGMA AUTO_INCREMENT')",
      "SELECT 'it''s ENGINE=InnoDB'"})
  void saysNothingWhereNothingShows(String sql) {
    assertThat(sniff(sql)).isEmpty();
  }

  @Test
  void votesByMajority() {
    assertThat(DialectSniffer.vote(List.of(file("PRAGMA x;"), file("SELECT 1;"), file("PRAGMA y;"),
        file("CREATE TABLE a (b jsonb);")))).contains(Dialect.SQLITE);
    assertThat(DialectSniffer.vote(List.of(file("SELECT 1;")))).isEmpty();
  }

  @Test
  void isLinearOnOneLongLine() {
    String hostile = "`a\"'`$x$ /* ".repeat(200_000) + "`b`,".repeat(500_000);
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> sniff(hostile));
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> sniff("`b`,".repeat(1_000_000)));
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> sniff("$a ".repeat(1_000_000)));
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> sniff("a".repeat(5_000_000)));
  }

  private static Optional<Dialect> sniff(String sql) {
    return DialectSniffer.sniff(file(sql));
  }

  private static SourceFile file(String sql) {
    return new SourceFile("a.sql", sql);
  }
}
