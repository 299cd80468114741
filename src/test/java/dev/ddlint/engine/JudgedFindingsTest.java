package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Level;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real migrations showed to be wrong or beside the point when findings were drawn and read one by one. */
class JudgedFindingsTest {
  private @TempDir Path folder;

  private List<Finding> lint(String rule, String before, String migration) {
    String name = "migrations/2026010%d000000_step/migration.sql";
    return new Bench(folder).file("migrations/migration_lock.toml", "provider = \"postgresql\"\n")
        .file(name.formatted(1), before).file(name.formatted(2), migration).lint(name.formatted(2)).findings().stream()
        .filter(finding -> finding.rule().equals(rule)).toList();
  }

  private static String advice(Finding finding) {
    return String.join("\n", finding.advice().orElseThrow().steps().stream().flatMap(s -> s.lines().stream()).toList());
  }

  @Test
  void aRefreshRewritesItsViewAndOnlyReadsTheTablesBehindIt() {
    String before = "CREATE TABLE jobs (id int PRIMARY KEY); CREATE TABLE builds (id int PRIMARY KEY, job_id int);";
    List<Finding> said = lint("work-under-lock", before, """
        ALTER TABLE builds ADD COLUMN tracked_by text;
        CREATE MATERIALIZED VIEW latest AS SELECT j.id FROM jobs j WITH NO DATA;
        REFRESH MATERIALIZED VIEW latest;
        """);
    assertThat(said).extracting(Finding::headline)
        .containsExactly("nobody reads or writes `builds` while this scans `jobs`: an earlier statement locked it");
  }

  @Test
  void duplicatesOfAPartialIndexAreThoseThatItCovers() {
    List<Finding> said = lint("unique-on-existing-data",
        "CREATE TABLE hooks (id int PRIMARY KEY, path text, live bool);",
        "CREATE UNIQUE INDEX CONCURRENTLY one_path ON hooks (path) WHERE live;");
    assertThat(said).extracting(Finding::headline)
        .containsExactly("building `one_path` fails when two rows of `hooks` that it covers have the same path");
    assertThat(advice(said.get(0)))
        .contains("SELECT path, count(*) FROM hooks WHERE live GROUP BY path HAVING count(*) > 1;");
  }

  @Test
  void onlyAnEmptyTableTakesARequiredColumnWithoutDefault() {
    String before = "CREATE TABLE t (id int PRIMARY KEY, b text);";
    String required = "ALTER TABLE t DROP COLUMN id, ADD COLUMN id uuid NOT NULL, ADD CONSTRAINT t_pkey PRIMARY KEY (id);";
    String index = "CREATE UNIQUE INDEX i ON t (b);";
    assertThat(lint("blocking-primary-key", before, required)).isEmpty();
    assertThat(lint("blocking-index-build", before, required + index)).isEmpty();
    assertThat(lint("unique-on-existing-data", before, required + index)).isEmpty();
    assertThat(lint("validating-foreign-key", before + "CREATE TABLE o (id int PRIMARY KEY);",
        required + "ALTER TABLE t ADD COLUMN o int; ALTER TABLE t ADD FOREIGN KEY (o) REFERENCES o (id);"))
        .extracting(Finding::level).containsExactly(Level.NOTE);
    assertThat(lint("blocking-index-build", before, required.replace("uuid NOT NULL", "uuid NOT NULL DEFAULT f()")
        + index)).hasSize(1);
    assertThat(lint("blocking-index-build", before, required + "INSERT INTO t SELECT * FROM other;" + index))
        .hasSize(1);
  }

  @Test
  void aKeyOverAColumnOfTheSameStatementComesAfterTheColumnIsFilled() {
    List<Finding> said = lint("rewriting-column-add", "CREATE TABLE t (k text PRIMARY KEY);",
        "ALTER TABLE t DROP CONSTRAINT t_pkey, ADD COLUMN id bigserial NOT NULL, ADD PRIMARY KEY (id);");
    assertThat(said).hasSize(1);
    assertThat(said.get(0).facts()).noneMatch(fact -> fact.label().equals("fails"));
    assertThat(advice(said.get(0))).startsWith("CREATE SEQUENCE t_id_seq;\nALTER TABLE t ADD COLUMN id bigint;")
        .contains("fill the old rows", "CHECK (id IS NOT NULL) NOT VALID", "VALIDATE CONSTRAINT")
        .endsWith("ALTER TABLE t DROP CONSTRAINT t_pkey, ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey_new;");
  }

  @Test
  void readersWaitForAnIndexOfATableThatIsLockedAlready() {
    String before = "CREATE TABLE t (id int PRIMARY KEY, a text);";
    String index = "CREATE INDEX i ON t (a);";
    String reads = "reads of `t` wait: an earlier statement of the transaction locked it";
    assertThat(lint("blocking-index-build", before, "ALTER TABLE t ADD COLUMN b text;" + index)).hasSize(1)
        .allMatch(said -> said.facts().stream().anyMatch(fact -> fact.text().equals(reads)));
    assertThat(lint("blocking-index-build", before, index + "ALTER TABLE t ADD COLUMN b text;")).hasSize(1)
        .allMatch(said -> said.facts().stream().noneMatch(fact -> fact.text().equals(reads)));
    assertThat(lint("unbatched-backfill", before + "CREATE TABLE o (id int PRIMARY KEY, b text);",
        "ALTER TABLE t ADD COLUMN b text; ALTER TABLE o ADD COLUMN c text; UPDATE o SET c = b; UPDATE t SET b = a;"))
        .hasSize(1).allMatch(said -> said.facts().stream().anyMatch(fact -> fact.text().equals(reads)));
  }

  @Test
  void aCheckThatTheHistoryMayHideMayProveThatThereIsNoNull() {
    String table = "CREATE TABLE t (id int PRIMARY KEY, a text);";
    String block = "DO $$ BEGIN %s END $$;";
    String check = "ALTER TABLE t ADD CHECK (a IS NOT NULL);";
    for (String hidden : List.of(block.formatted("EXECUTE 'ALTER TABLE ' || 't ADD CHECK (a IS NOT NULL)';"),
        "GOBBLE TABLE t;", block.formatted("IF now() > '2026-01-01' THEN " + check + " END IF;"))) {
      List<Finding> said = lint("set-not-null", table + hidden, "ALTER TABLE t ALTER COLUMN a SET NOT NULL;");
      assertThat(said).as(hidden).extracting(Finding::level).containsExactly(Level.WARNING);
      assertThat(said.get(0).headline()).endsWith("unless a check proves it");
      assertThat(said.get(0).facts()).anyMatch(fact -> fact.label().equals("not seen"));
    }
    String other = block.formatted("IF now() > '2026-01-01' THEN ALTER TABLE t ADD CHECK (id > 0); END IF;");
    assertThat(lint("set-not-null", table + other, "ALTER TABLE t ALTER COLUMN a SET NOT NULL;"))
        .extracting(Finding::level).containsExactly(Level.ERROR);
    assertThat(lint("set-not-null", table + "GOBBLE TABLE t;",
        "ALTER TABLE t ADD COLUMN b text; ALTER TABLE t ALTER COLUMN b SET NOT NULL;")).extracting(Finding::level)
        .containsExactly(Level.ERROR);
    assertThat(lint("set-not-null", table, "ALTER TABLE elsewhere ALTER COLUMN b SET NOT NULL;"))
        .extracting(Finding::level).containsExactly(Level.ERROR);
  }

  @Test
  void aBackfillOfANewColumnGoesThroughTheTableThatItsColumnHasLocked() {
    String before = "CREATE TABLE t (id int PRIMARY KEY, a text); CREATE TABLE o (id int PRIMARY KEY, a text);";
    for (String update : List.of("UPDATE t SET b = a WHERE b IS NULL;",
        "UPDATE t SET b = o.a FROM o WHERE o.id = t.id;",
        "UPDATE t SET b = o.a FROM o WHERE o.id = t.id AND t.b IS NULL;")) {
      assertThat(lint("work-under-lock", before, "ALTER TABLE t ADD COLUMN b text;" + update)).as(update)
          .extracting(Finding::headline)
          .containsExactly("nobody reads or writes `t` while this goes through it: an earlier statement locked it");
    }
    for (String update : List.of("UPDATE t SET b = a WHERE a IS NULL;", "UPDATE t SET b = a WHERE id < 9;",
        "UPDATE t SET b = o.a FROM o WHERE o.a = t.a;")) {
      assertThat(lint("work-under-lock", before, "ALTER TABLE t ADD COLUMN b text;" + update)).as(update).isEmpty();
    }
    assertThat(lint("work-under-lock", before, "ALTER TABLE t ADD COLUMN b text DEFAULT ''; UPDATE t SET b = a"
        + " WHERE b IS NULL;")).isEmpty();
  }

  @Test
  void aColumnThatNumbersTheRowsLeavesNoTwoEqual() {
    String before = "CREATE TABLE t (k text, n text NOT NULL);";
    assertThat(lint("blocking-primary-key", before, "ALTER TABLE t ADD COLUMN id bigserial, ADD PRIMARY KEY (n, id);"))
        .hasSize(1).allMatch(said -> said.facts().stream().noneMatch(fact -> fact.label().equals("fails")));
    assertThat(lint("blocking-primary-key", before, "ALTER TABLE t ADD COLUMN id bigserial, ADD PRIMARY KEY (k, id);"))
        .flatExtracting(Finding::facts).anyMatch(fact -> fact.text().equals("when a row has NULL in k"));
    assertThat(lint("blocking-primary-key", before, "ALTER TABLE t ADD COLUMN id int DEFAULT 1, ADD PRIMARY KEY (id);"))
        .flatExtracting(Finding::facts).anyMatch(fact -> fact.text().equals("when the table holds two rows or more"));
  }

  @Test
  void rowsThatAForeignKeyHeldUntilNowFitTheSameOneAgain() {
    String before = "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY, a_id int CONSTRAINT k"
        + " REFERENCES a);";
    String again = "ALTER TABLE b DROP CONSTRAINT k, ADD CONSTRAINT k FOREIGN KEY (a_id) REFERENCES a (id) ON DELETE CASCADE;";
    List<Finding> said = lint("validating-foreign-key", before, again);
    assertThat(said).extracting(Finding::level).containsExactly(Level.WARNING);
    assertThat(said.get(0).facts()).noneMatch(fact -> fact.label().equals("fails"))
        .anyMatch(fact -> fact.text().startsWith("`k` has held the same"));
    assertThat(lint("validating-foreign-key", before, again.replace("DROP CONSTRAINT k, ADD CONSTRAINT k",
        "ADD CONSTRAINT other").replace("(a_id)", "(id)"))).extracting(Finding::level).containsExactly(Level.ERROR);
  }

  @Test
  void whatBecomesOfATableThatGaveItsNameAwayBreaksNobody() {
    String before = "CREATE TABLE t (id int CONSTRAINT t_pkey PRIMARY KEY, b text);";
    String backup = "ALTER TABLE t DROP CONSTRAINT t_pkey; ALTER TABLE t RENAME TO t_backup;";
    assertThat(lint("primary-key-change", before, backup + "CREATE TABLE t (id int CONSTRAINT t_pkey PRIMARY KEY);"))
        .isEmpty();
    assertThat(lint("primary-key-change", before, backup)).hasSize(1);
  }

  @Test
  void aUniqueExpressionThatIsWrittenAnewBreaksUpsertsOnly() {
    String before = "CREATE TABLE t (id int PRIMARY KEY, v text); CREATE UNIQUE INDEX u ON t (id, md5(v));";
    assertThat(lint("dropped-unique", before, "DROP INDEX u; CREATE UNIQUE INDEX w ON t (id, md5(v::text));"))
        .extracting(Finding::headline)
        .containsExactly("without `u`, upserts into `t` on (id, md5(v)) fail: `w` has another expression");
    assertThat(lint("dropped-unique", before, "DROP INDEX u;")).extracting(Finding::headline)
        .containsExactly("without `u`, `t` takes duplicates of (id, md5(v)) and upserts on it fail");
  }

  @Test
  void aCheckThatTheMigrationValidatesProvesNotNullWhateverIsHidden() {
    String before = "CREATE TABLE t (id int PRIMARY KEY, a int); DO $$ BEGIN EXECUTE 'ALTER TABLE t ' || 'x'; END $$;";
    String proof = "ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT c;";
    String set = "ALTER TABLE t ALTER COLUMN a SET NOT NULL;";
    assertThat(lint("set-not-null", before, proof + set)).isEmpty();
    assertThat(lint("set-not-null", before + proof, set)).as("it may be gone since").hasSize(1);
  }
}
