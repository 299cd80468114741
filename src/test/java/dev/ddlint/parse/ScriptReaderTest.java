package dev.ddlint.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.DoBlock;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptReaderTest {

  private static List<Statement> read(String sql) {
    return new ScriptReader().read(new SourceFile("x.sql", sql)).statements();
  }

  @Test
  void readsATable() {
    Statement statement = read(
        "CREATE TABLE t (id serial PRIMARY KEY, n numeric(10,2) NOT NULL DEFAULT 0, PRIMARY KEY (a, b));").get(0);
    assertThat(statement).isInstanceOf(CreateTable.class);
    assertThat(((CreateTable) statement).columns()).hasSize(2);
  }

  @Test
  void readsActions() {
    Statement statement = read(
        "ALTER TABLE \"T\" ADD COLUMN x int DEFAULT 1 NOT NULL, ALTER COLUMN y TYPE text USING y::text").get(0);
    assertThat(((AlterTable) statement).actions()).hasSize(2);
  }

  @Test
  void opensABlock() {
    Statement statement = read("""
        DO $$ BEGIN
          IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'x') THEN
            CREATE TYPE x AS ENUM ('a');
          END IF;
          ALTER TABLE t ADD COLUMN c int;
          EXECUTE format('DROP TABLE %I', name);
        EXCEPTION WHEN duplicate_object THEN null;
        END $$;""").get(0);
    assertThat(((DoBlock) statement).statements()).extracting(DoBlock.Embedded::condition)
        .containsExactly(DoBlock.Condition.CONDITIONAL, DoBlock.Condition.GUARDED);
    assertThat(((DoBlock) statement).dynamic()).hasSize(1);
  }

  @Test
  void goesOnBehindNonsense() {
    List<Statement> statements = read("CREATE TABLE t (id int, ; foo bar; SELECT 1; SELECT 'open");
    assertThat(statements).hasSize(4);
    assertThat(statements.get(0)).isInstanceOf(Unrecognized.class);
    assertThat(statements.get(1)).isInstanceOf(Unrecognized.class);
    assertThat(statements.get(3)).isInstanceOf(Unrecognized.class);
  }
}
