package dev.ddlint.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.ir.Unrecognized;
import dev.ddlint.text.SourceFile;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to exhaust the stack, the clock or the memory. */
class HostileInputTest {
  /** Megabytes of statements; the full size is for runs by hand: {@code -Dddlint.megabytes=50}. */
  private static final int MEGABYTES = Integer.getInteger("ddlint.megabytes", 4);

  private static Script read(String text) {
    return Assertions.assertTimeout(Duration.ofSeconds(20L + MEGABYTES), () -> Invariants.check("hostile", text));
  }

  @ParameterizedTest
  @ValueSource(ints = {5_000, 50_000})
  void deepNesting(int depth) {
    for (String pair : new String[]{"()", "[]"}) {
      String open = pair.substring(0, 1).repeat(depth);
      String close = pair.substring(1).repeat(depth);
      String deep = open + "1" + close;
      for (String context : new String[]{"SELECT %s", "CREATE TABLE t (a int CHECK (%s))",
          "CREATE TABLE t (a int DEFAULT %s)",
          "SELECT f(%s) FROM t WHERE a IN (%s)", "DO $$ BEGIN ALTER TABLE t ADD CHECK (%s); END $$",
          "CREATE INDEX i ON t ((%s))", "CREATE VIEW v AS SELECT %s", "CREATE FUNCTION f(a int DEFAULT %s) RETURNS int",
          "INSERT INTO t VALUES (%s)", "UPDATE t SET a = %s", "GRANT SELECT ON t TO x; SELECT %s",
          "CREATE POLICY p ON t USING (%s)", "ALTER TABLE t ALTER a TYPE int USING %s", "COMMENT ON TABLE t IS %s",
          "DO $$ BEGIN IF %s THEN DROP TABLE x; END IF; END $$"}) {
        read(context.replace("%s", deep));
        read(context.replace("%s", open));
        read(context.replace("%s", close));
        read(context.replace("%s", open) + "; DROP TABLE x; SELECT 2");
      }
    }
  }

  @Test
  void repeatedWords() {
    for (String word : new String[]{"CASE ", "BEGIN ", "BEGIN; ", "IF ", "IF a THEN ", "LOOP ", "DECLARE ",
        "EXCEPTION ",
        "END; ", "NOT ", "a.", "- ", "EXECUTE 'x'; ", "BEGIN CREATE TABLE a(); EXCEPTION WHEN x THEN ", "/* ", "$a$ ",
        "{{",
        "${a", "{{ a }}", "E'", "$1", "COPY t FROM stdin;\n", "ALTER TABLE t ADD a int, "}) {
      String many = word.repeat(4_000);
      read(many);
      read("DO $do$ " + many + " $do$");
      read("CREATE TABLE t (a int DEFAULT " + many + ")");
      read("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC " + many);
    }
  }

  @Test
  void oneUnclosedThingIsOneUnrecognizedStatement() {
    for (String open : new String[]{"'", "E'", "E'\\'", "$$", "$a$ $$", "/*", "/* /* */", "\"", "U&\"", "U&'"}) {
      Script script = read("DROP TABLE a;\nSELECT " + open + " x; DROP TABLE b;");
      assertThat(script.statements()).as(open).hasSize(2);
      assertThat(script.statements().get(1)).as(open).isInstanceOf(Unrecognized.class);
    }
  }

  @Test
  void manySmallStatements() {
    String text = "SELECT 1;\n".repeat(MEGABYTES * 100_000);
    assertThat(large(text).statements()).hasSize(MEGABYTES * 100_000);
  }

  @Test
  void oneHugeString() {
    String text = "INSERT INTO t VALUES ('" + "x".repeat(Math.min(20, MEGABYTES) * 1_000_000) + "');";
    assertThat(large(text).statements()).hasSize(1);
  }

  /** Without the invariants, whose walk through each record would take longer than the reading. */
  private static Script large(String text) {
    return Assertions.assertTimeout(Duration.ofSeconds(5L + MEGABYTES),
        () -> new ScriptReader().read(new SourceFile("large.sql", text)));
  }
}
