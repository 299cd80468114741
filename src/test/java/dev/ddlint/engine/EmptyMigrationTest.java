package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An empty migration is told of, unless it keeps the histories of several databases in step. */
class EmptyMigrationTest {
  private static final String FIRST = "CREATE TABLE a (id bigint PRIMARY KEY);";

  @TempDir
  private Path folder;

  @Test
  void aHistoryOfItsOwn() {
    assertThat(
        Bench.brief(new Bench(folder).file("m/postgres/V1__accounts.sql", FIRST).file("m/postgres/V2__invoices.sql", "")
            .file("m/other/V2__invoices.sql", FIRST).lint("m/postgres")))
        .containsExactly("m/postgres/V2__invoices.sql:1 empty-migration");
  }

  @Test
  void historiesSideBySide() {
    assertThat(
        Bench.brief(new Bench(folder).file("m/postgres/V1__accounts.sql", FIRST).file("m/postgres/V2__invoices.sql", "")
            .file("m/mysql/V1__accounts.sql", FIRST).file("m/mysql/V2__invoices.sql", "SET NAMES utf8;")
            .lint("m/postgres")))
        .isEmpty();
  }
}
