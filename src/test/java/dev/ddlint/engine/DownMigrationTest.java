package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A way down that is missing is told of, unless somebody says why. */
class DownMigrationTest {
  @TempDir
  private Path folder;

  private List<String> lastDown(String text) {
    Bench bench = new Bench(folder);
    for (int i = 1; i < 5; i++) {
      bench.file("00000" + i + "_items" + i + ".up.sql", "CREATE TABLE t" + i + " (id bigint PRIMARY KEY);")
          .file("00000" + i + "_items" + i + ".down.sql", i < 4 ? "DROP TABLE t" + i + ";" : text);
    }
    return Bench.brief(bench.lint("."));
  }

  @Test
  void anEmptyFileIsNoWayDown() {
    assertThat(lastDown("")).containsExactly("000004_items4.up.sql:1 missing-down-migration");
  }

  @Test
  void whatAToolWritesIsNoWayDown() {
    assertThat(lastDown("-- Add down migration script here\n"))
        .containsExactly("000004_items4.up.sql:1 missing-down-migration");
  }

  @Test
  void aReasonIsAnAnswer() {
    assertThat(lastDown("-- Intentionally irreversible.\n")).isEmpty();
  }
}
