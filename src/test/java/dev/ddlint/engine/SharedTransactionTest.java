package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.RuleSetting;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which statements are in one transaction, as the rule about locks on several tables sees them. */
class SharedTransactionTest {
  private static final String A = "ALTER TABLE a ADD COLUMN x int;\n";
  private static final String B = "ALTER TABLE b ADD COLUMN x int;\n";
  private static final String GOOSE = "-- +goose Up\n";

  @TempDir
  private Path folder;
  private int count;

  private boolean together(String name, String first, String text) {
    Bench bench = new Bench(folder.resolve("case" + count++));
    bench.file(name.formatted(1), first + "CREATE TABLE a (id int);\nCREATE TABLE b (id int);\n");
    bench.file(name.formatted(2), text);
    Configuration configuration = Configuration.DEFAULT.withRules(Map.of("many-table-locks", RuleSetting.ON));
    return bench.lint(configuration, name.formatted(2)).findings().stream()
        .anyMatch(finding -> finding.rule().equals("many-table-locks"));
  }

  @Test
  void inAPlainFolderOnlyTheScriptOpensOne() {
    assertThat(together("%03d_x.sql", "", A + B)).isFalse();
    assertThat(together("%03d_x.sql", "", "BEGIN;\n" + A + "SAVEPOINT s;\n" + B + "COMMIT;")).isTrue();
    assertThat(together("%03d_x.sql", "", "BEGIN;\n" + A + "COMMIT;\nBEGIN;\n" + B + "COMMIT;")).isFalse();
    assertThat(together("%03d_x.sql", "", "BEGIN;\n" + A + "COMMIT;\n" + B)).isFalse();
    assertThat(together("%03d_x.sql", "", "DO $$ BEGIN " + A + B + " END $$;")).isTrue();
  }

  @Test
  void theToolsOwnReachesOverTheFile() {
    assertThat(together("%05d_x.sql", GOOSE, GOOSE + A + B)).isTrue();
    assertThat(together("%05d_x.sql", GOOSE, GOOSE + A + "COMMIT;\n" + B)).isFalse();
    assertThat(together("%05d_x.sql", GOOSE, GOOSE + A + "BEGIN;\n" + B + "COMMIT;")).isTrue();
    assertThat(together("%05d_x.sql", GOOSE, "-- +goose NO TRANSACTION\n" + GOOSE + A + B)).isFalse();
  }

  @Test
  void aStatementBlockIsOneByItself() {
    String alone = "-- +goose NO TRANSACTION\n" + GOOSE;
    String block = "-- +goose StatementBegin\n%s-- +goose StatementEnd\n";
    assertThat(together("%05d_x.sql", GOOSE, alone + block.formatted(A + B))).isTrue();
    assertThat(
        together("%05d_x.sql", GOOSE, alone + block.formatted(A + "SELECT 1;\n") + block.formatted("SELECT 1;\n" + B)))
        .isFalse();
    assertThat(together("%05d_x.sql", GOOSE, alone + A + block.formatted(B))).isFalse();
  }

  @Test
  void oneThatTheScriptOpensReachesOverTheToolsParts() {
    String alone = "-- +goose NO TRANSACTION\n" + GOOSE;
    String block = "-- +goose StatementBegin\n%s-- +goose StatementEnd\n";
    assertThat(together("%05d_x.sql", GOOSE, alone + "BEGIN;\n" + A + block.formatted(B) + "COMMIT;\n")).isTrue();
  }

  @Test
  void eachChangesetOfLiquibaseHasItsOwn() {
    String head = "--liquibase formatted sql\n--changeset x:%s\n";
    assertThat(together("%03d_x.sql", head.formatted(1), head.formatted(2) + A + B)).isTrue();
    assertThat(together("%03d_x.sql", head.formatted(1), head.formatted(2) + A + "--changeset x:3\n" + B)).isFalse();
  }
}
