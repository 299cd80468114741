package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.Preset;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Level;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rules about locks and transactions advise, in the user's names and for the user's runner. */
class LockAdviceTest {
  @TempDir
  private Path folder;

  private List<Finding> findings(String rule, String name, String before, String after) {
    new Bench(folder).file(name.formatted(1), before).file(name.formatted(2), after);
    return new Bench(folder).lint(Configuration.DEFAULT.with(Preset.STRICT), name.formatted(2)).findings().stream()
        .filter(finding -> finding.rule().equals(rule)).toList();
  }

  private List<String> advice(String rule, String before, String after) {
    return lines(findings(rule, "%d_step.sql", before, after).getFirst());
  }

  private static List<String> lines(Finding finding) {
    return finding.advice().orElseThrow().steps().stream().flatMap(step -> step.lines().stream()).toList();
  }

  private boolean mayFail(String rule, String before, String after) {
    return findings(rule, "%d_step.sql", before, after).getFirst().facts().stream()
        .anyMatch(fact -> fact.label().equals("fails"));
  }

  @Test
  void aUniqueIndexThatNoRowCanBreakIsNotSaidToFail() {
    String table = "CREATE TABLE t (a int, b int, CONSTRAINT t_a_key UNIQUE (a));";
    String wider = "ALTER TABLE t DROP CONSTRAINT t_a_key, ADD CONSTRAINT t_a_b_key UNIQUE (a, b);";
    assertThat(mayFail("blocking-unique-constraint", table, wider)).isFalse();
    assertThat(mayFail("blocking-unique-constraint", table, "ALTER TABLE t ADD CONSTRAINT t_b_key UNIQUE (b);"))
        .isTrue();
    String added = "ALTER TABLE t ADD COLUMN c int;";
    String index = "CREATE UNIQUE INDEX t_c_key ON t (c);";
    assertThat(mayFail("blocking-index-build", table, added + index)).isFalse();
    assertThat(mayFail("blocking-index-build", table, added + "UPDATE t SET c = 1 WHERE a < 9;" + index)).isTrue();
  }

  @Test
  void aNameThatIsTakenIsNotGivenToTheNewIndex() {
    assertThat(advice("blocking-primary-key", "CREATE TABLE t (a int NOT NULL, b int NOT NULL, PRIMARY KEY (a));",
        "ALTER TABLE t DROP CONSTRAINT t_pkey, ADD PRIMARY KEY (b);")).containsExactly(
            "CREATE UNIQUE INDEX CONCURRENTLY t_pkey_new ON t (b);",
            "ALTER TABLE t DROP CONSTRAINT t_pkey, ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey_new;");
  }

  @Test
  void aNullableKeyIsProvedFirst() {
    assertThat(advice("blocking-primary-key", "CREATE TABLE \"T\" (\"B\" int);",
        "ALTER TABLE \"T\" ADD PRIMARY KEY (\"B\");")).containsExactly(
            "ALTER TABLE \"T\" ADD CONSTRAINT \"T_B_not_null\" CHECK (\"B\" IS NOT NULL) NOT VALID;",
            "CREATE UNIQUE INDEX CONCURRENTLY \"T_pkey\" ON \"T\" (\"B\");",
            "ALTER TABLE \"T\" VALIDATE CONSTRAINT \"T_B_not_null\";",
            "ALTER TABLE \"T\" ALTER COLUMN \"B\" SET NOT NULL;   -- no scan: the check proves it",
            "ALTER TABLE \"T\" DROP CONSTRAINT \"T_B_not_null\";",
            "ALTER TABLE \"T\" ADD CONSTRAINT \"T_pkey\" PRIMARY KEY USING INDEX \"T_pkey\";");
  }

  @Test
  void theColumnComesWithoutItsConstraint() {
    assertThat(advice("blocking-unique-constraint", "CREATE TABLE t (a int);",
        "ALTER TABLE t ADD COLUMN b text NOT NULL DEFAULT 'x' UNIQUE;")).containsExactly(
            "ALTER TABLE t ADD COLUMN b text NOT NULL DEFAULT 'x';",
            "CREATE UNIQUE INDEX CONCURRENTLY t_b_key ON t (b);",
            "ALTER TABLE t ADD CONSTRAINT t_b_key UNIQUE USING INDEX t_b_key;");
    assertThat(advice("validating-check", "CREATE TABLE t (a int);", "ALTER TABLE t ADD COLUMN b int CHECK (b > 0);"))
        .containsExactly("ALTER TABLE t ADD COLUMN b integer;",
            "ALTER TABLE t ADD CONSTRAINT t_b_check CHECK (b > 0) NOT VALID;",
            "ALTER TABLE t VALIDATE CONSTRAINT t_b_check;");
  }

  @Test
  void anEnumThatIsOnlySwappedForMoreValuesGetsThemInPlace() {
    assertThat(advice("rewriting-type-change", "CREATE TYPE \"S\" AS ENUM ('a', 'b'); CREATE TABLE t (s \"S\");",
        "CREATE TYPE \"S_new\" AS ENUM ('a', 'b', 'd');"
            + "ALTER TABLE t ALTER COLUMN s TYPE \"S_new\" USING (s::text::\"S_new\");"
            + "ALTER TYPE \"S\" RENAME TO \"S_old\"; ALTER TYPE \"S_new\" RENAME TO \"S\"; DROP TYPE \"S_old\";"))
        .singleElement().asString().contains("ALTER TYPE", "ADD VALUE", "'d'");
  }

  @Test
  void anEnumLosesAValueWhenNoRowHoldsItAnyMore() {
    assertThat(advice("enum-value-removed",
        "CREATE TYPE \"S\" AS ENUM ('a', 'b', 'c'); CREATE TABLE t (s \"S\");",
        "CREATE TYPE \"S_new\" AS ENUM ('a', 'd'); ALTER TABLE t ALTER COLUMN s TYPE \"S_new\" USING (s::text::\"S_new\");"
            + "ALTER TYPE \"S\" RENAME TO \"S_old\"; ALTER TYPE \"S_new\" RENAME TO \"S\"; DROP TYPE \"S_old\";"))
        .containsExactly("-- deploy code that does not write 'b', 'c'",
            "UPDATE t SET s = 'a' WHERE s IN ('b', 'c');   -- or whatever value fits, in batches",
            "-- this migration; or leave the value in the type, where it costs nothing");
  }

  @Test
  void aPartitionIsMadeApart() {
    assertThat(advice("blocking-partition-change", "CREATE TABLE p (id int) PARTITION BY RANGE (id);",
        "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (10) PARTITION BY HASH (id);")).containsExactly(
            "CREATE TABLE p1 (LIKE p INCLUDING DEFAULTS INCLUDING CONSTRAINTS) PARTITION BY HASH (id);",
            "ALTER TABLE p ATTACH PARTITION p1 FOR VALUES FROM (1) TO (10);");
  }

  @Test
  void theBoundsBecomeACheck() {
    assertThat(advice("scanning-partition-attach",
        "CREATE TABLE p (id int) PARTITION BY LIST (id); CREATE TABLE q (id int);",
        "ALTER TABLE p ATTACH PARTITION q FOR VALUES IN (1, 2);")).containsExactly(
            "ALTER TABLE q ADD CONSTRAINT q_bounds CHECK (id IS NOT NULL AND id in ( 1 , 2 )) NOT VALID;",
            "ALTER TABLE q VALIDATE CONSTRAINT q_bounds;",
            "ALTER TABLE p ATTACH PARTITION q FOR VALUES IN (1, 2);   -- no scan: the check proves it",
            "ALTER TABLE q DROP CONSTRAINT q_bounds;");
  }

  @Test
  void aBranchFailsOnlyWhenItIsTaken() {
    String build = "CREATE INDEX CONCURRENTLY i ON t (a);";
    for (String body : List.of(build, "IF true THEN " + build + " END IF;")) {
      Finding finding = findings("forbidden-in-transaction", "%d_step.sql", "CREATE TABLE t (a int);",
          "DO $$ BEGIN " + body + " END $$;").getFirst();
      assertThat(finding.facts()).extracting(Finding.Fact::text)
          .contains(body.equals(build) ? "always (25001)" : "whenever this branch is taken (25001)");
    }
  }

  @Test
  void aCommitThatMakesRoomForAConcurrentBuildIsAWarning() {
    String up = "-- +goose Up\nCREATE TABLE t (a int);";
    assertThat(findings("unbalanced-transaction", "%05d_step.sql", up,
        "-- +goose Up\nCOMMIT;\nCREATE INDEX CONCURRENTLY i ON t (a);").getFirst().level()).isEqualTo(Level.WARNING);
    assertThat(findings("unbalanced-transaction", "%05d_step.sql", up,
        "-- +goose Up\nCOMMIT;\nALTER TABLE t ADD COLUMN b int;").getFirst().level()).isEqualTo(Level.ERROR);
  }

  @Test
  void theForeignKeyOfAnEmptyTableIsNoWork() {
    String before = "CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE other (id int);";
    String locked = "BEGIN; ALTER TABLE other ADD COLUMN a int; CREATE TABLE child (p int); %s COMMIT;";
    assertThat(findings("work-under-lock", "%d_step.sql", before,
        locked.formatted("ALTER TABLE child ADD FOREIGN KEY (p) REFERENCES parent (id);"))).isEmpty();
    assertThat(findings("work-under-lock", "%d_step.sql", before, locked.formatted("UPDATE parent SET id = id + 1;")))
        .hasSize(1);
  }

  @Test
  void textIsNoValueOfTheEnum() {
    String before = "CREATE TYPE s AS ENUM ('a'); CREATE TABLE t (state s);";
    String update = "BEGIN; ALTER TYPE s ADD VALUE 'b'; UPDATE t SET state = state WHERE state%s = 'b'; COMMIT;";
    assertThat(findings("enum-value-used-too-early", "%d_step.sql", before, update.formatted("::text"))).isEmpty();
    assertThat(findings("enum-value-used-too-early", "%d_step.sql", before, update.formatted(""))).hasSize(1);
  }
}
