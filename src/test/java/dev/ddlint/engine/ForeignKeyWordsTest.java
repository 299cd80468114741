package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message about a foreign key names each table whose writers wait, once. */
class ForeignKeyWordsTest {
  @TempDir
  private Path folder;

  private String headline(String sql) {
    return new Bench(folder).file("1.sql", "CREATE TABLE t (id int PRIMARY KEY, up int);").file("2.sql", sql)
        .lint("2.sql")
        .findings().stream().filter(f -> f.rule().equals("validating-foreign-key")).findFirst().orElseThrow()
        .headline();
  }

  @Test
  void aTableThatRefersToItself() {
    assertThat(headline("ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (up) REFERENCES t;"))
        .isEqualTo("adding `f` blocks writes to `t` while every row of `t` is checked");
  }

  @Test
  void aNewParentHasNoWriters() {
    assertThat(
        headline("CREATE TABLE p (id int PRIMARY KEY); ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (up) REFERENCES p;"))
        .isEqualTo("adding `f` blocks writes to `t` while every row of `t` is checked");
  }
}
