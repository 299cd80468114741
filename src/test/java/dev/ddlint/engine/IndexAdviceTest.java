package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The advice of the rules about indexes is SQL that the server takes. */
class IndexAdviceTest {
  @TempDir
  private Path folder;

  private List<String> advice(String rule, String sql) {
    Finding finding = new Bench(folder).file("a.sql", sql).lint("a.sql").findings().stream()
        .filter(f -> f.rule().equals(rule)).findFirst().orElseThrow();
    return finding.advice().orElseThrow().steps().stream().flatMap(step -> step.lines().stream()).toList();
  }

  @Test
  void noConcurrentBuildOnAPartitionedTable() {
    assertThat(advice("missing-foreign-key-index", """
        CREATE TABLE p (id int PRIMARY KEY);
        CREATE TABLE c (day date, p int REFERENCES p) PARTITION BY RANGE (day);
        """)).first().isEqualTo("CREATE INDEX c_p_idx ON ONLY c (p);");
  }

  @Test
  void noConcurrentDropOnAPartitionedTable() {
    assertThat(advice("redundant-index", """
        CREATE TABLE c (a int, b int) PARTITION BY RANGE (a);
        CREATE INDEX one ON c (a);
        CREATE INDEX two ON c (a, b);
        """)).containsExactly("DROP INDEX one;");
  }

  @Test
  void aBlockThatIsAFileByItselfIsATransactionStill() {
    Finding finding = new Bench(folder).file("migrations/migration_lock.toml", "provider = \"postgresql\"")
        .file("migrations/1_add_index/migration.sql", "DO $$ BEGIN CREATE INDEX i ON t (a); END $$;").lint(".")
        .findings()
        .getFirst();
    assertThat(finding.rule()).isEqualTo("blocking-index-build");
    assertThat(finding.advice().orElseThrow().shape()).containsExactly("alone in its file, outside a transaction");
    assertThat(finding.fixes()).isEmpty();
  }

  @Test
  void aNameThatTheServerKeepsWhole() {
    String table = "charge_usage_based_run_overage_credit_allocations";
    assertThat(advice("missing-foreign-key-index",
        "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE " + table + " (corrects_realization_id int REFERENCES p);"))
        .containsExactly("CREATE INDEX CONCURRENTLY charge_usage_based_run_overage_credit_allocations_corrects__idx"
            + " ON " + table + " (corrects_realization_id);");
  }
}
