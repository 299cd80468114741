package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one finding takes in, and what it leaves to others. */
class PrecedenceTest {
  @TempDir
  private Path folder;

  private List<String> lint(String... migrations) {
    Bench bench = new Bench(folder);
    for (int i = 0; i < migrations.length; i++) {
      bench.file("00" + (i + 1) + "_step.sql", migrations[i]);
    }
    return Bench.brief(bench.lint(""));
  }

  @Test
  void aRenameSuspectedTakesInWhatBothOfItsClausesDo() {
    assertThat(lint("CREATE TABLE t (id bigint PRIMARY KEY, name text);", """
        ALTER TABLE t DROP COLUMN name;
        ALTER TABLE t ADD COLUMN full_name text NOT NULL;
        """)).containsExactly("002_step.sql:1 suspected-rename");
  }

  @Test
  void anotherMigrationIsAnotherCause() {
    assertThat(lint("CREATE TABLE t (id bigint PRIMARY KEY, a text);", "ALTER TABLE t DROP COLUMN a;",
        "ALTER TABLE t ADD COLUMN a text;", "ALTER TABLE t DROP COLUMN a, ADD COLUMN a int;")).containsExactly(
            "002_step.sql:1 drop-column", "004_step.sql:1 recreated-column");
  }

  @Test
  void anEnumThatLosesAValueIsSaidOnceForAllItsColumns() {
    assertThat(lint("""
        CREATE TYPE mood AS ENUM ('a', 'b');
        CREATE TABLE t (id bigint PRIMARY KEY, m mood);
        CREATE TABLE u (id bigint PRIMARY KEY, m mood);
        """, """
        CREATE TYPE mood_new AS ENUM ('a');
        ALTER TABLE t ALTER COLUMN m TYPE mood_new USING m::text::mood_new;
        ALTER TABLE u ALTER COLUMN m TYPE mood_new USING m::text::mood_new;
        DROP TYPE mood;
        """)).containsExactly("002_step.sql:2 enum-value-removed");
  }

  @Test
  void whatGoesBesidesIsAnotherObject() {
    assertThat(lint("""
        CREATE TABLE t (id bigint PRIMARY KEY);
        CREATE TABLE u (id bigint PRIMARY KEY, t bigint UNIQUE REFERENCES t);
        """, "DROP TABLE t CASCADE;")).containsExactly("002_step.sql:1 drop-table", "002_step.sql:1 drop-cascade");
  }
}
