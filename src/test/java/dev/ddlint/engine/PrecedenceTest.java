package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Level;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
  void aBackfillUnderALockIsSaidOnce() {
    assertThat(lint("CREATE TABLE t (id bigint PRIMARY KEY); CREATE TABLE u (id bigint PRIMARY KEY, n int);", """
        BEGIN;
        UPDATE u SET n = id;
        ALTER TABLE t ADD COLUMN n int;
        UPDATE t SET n = id;
        COMMIT;
        """)).containsExactly("002_step.sql:2 unbatched-backfill", "002_step.sql:4 work-under-lock");
  }

  @Test
  void aBackfillUnderTheLockOfAnotherTableIsSaidOnce() {
    assertThat(lint("CREATE TABLE t (id bigint PRIMARY KEY); CREATE TABLE u (id bigint PRIMARY KEY, n int);", """
        BEGIN;
        ALTER TABLE t ADD COLUMN n int;
        UPDATE u SET n = id;
        COMMIT;
        """, """
        BEGIN;
        CREATE TABLE v (id bigint PRIMARY KEY);
        ALTER TABLE t DROP COLUMN IF EXISTS m;
        INSERT INTO v SELECT id FROM u;
        COMMIT;
        """)).containsExactly("002_step.sql:3 work-under-lock", "003_step.sql:4 work-under-lock");
  }

  @Test
  void theKeyOfAColumnThatRewritesItsTableIsSaidWithIt() {
    String table = "CREATE TABLE t (a text);";
    assertThat(lint(table, "ALTER TABLE t ADD COLUMN id bigserial, ADD PRIMARY KEY (id);"))
        .containsExactly("002_step.sql:1 rewriting-column-add");
    assertThat(lint(table, "ALTER TABLE t ADD COLUMN id bigserial PRIMARY KEY;"))
        .containsExactly("002_step.sql:1 rewriting-column-add");
    assertThat(lint(table, "ALTER TABLE t ADD COLUMN id uuid DEFAULT gen_random_uuid() PRIMARY KEY;"))
        .containsExactly("002_step.sql:1 volatile-default");
    assertThat(lint("CREATE TABLE t (a text PRIMARY KEY);",
        "ALTER TABLE t ADD COLUMN id uuid DEFAULT gen_random_uuid(), ADD UNIQUE (id);"))
        .containsExactly("002_step.sql:1 volatile-default");
  }

  @Test
  void aKeyThatOldRowsMayBreakSpeaksForItself() {
    assertThat(lint("CREATE TABLE t (a text);", "ALTER TABLE t ADD COLUMN id bigserial, ADD PRIMARY KEY (id, a);"))
        .containsExactly("002_step.sql:1 rewriting-column-add", "002_step.sql:1 blocking-primary-key");
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
  void aTableThatWasEmptiedHasNoRowToFailOn() {
    new Bench(folder).file("001.sql", "CREATE TABLE t (id bigint PRIMARY KEY);").file("002.sql", """
        TRUNCATE t;
        ALTER TABLE t ADD COLUMN a text NOT NULL;
        """).file("003.sql", """
        DELETE FROM t WHERE true;
        INSERT INTO t (id, a) VALUES (1, '');
        ALTER TABLE t ADD COLUMN b text NOT NULL;
        """);
    assertThat(new Bench(folder).lint("").findings()).filteredOn(f -> f.rule().startsWith("required"))
        .extracting(Finding::headline).containsExactly(
            "code that runs during the deploy inserts without the required `t.a`, and fails",
            "adding required `t.b` without a default fails when the table has rows");
  }

  @Test
  void whatGoesBesidesIsAnotherObject() {
    assertThat(lint("""
        CREATE TABLE t (id bigint PRIMARY KEY);
        CREATE TABLE u (id bigint PRIMARY KEY, t bigint UNIQUE REFERENCES t);
        """, "DROP TABLE t CASCADE;")).containsExactly("002_step.sql:1 drop-table", "002_step.sql:1 drop-cascade");
  }

  @Test
  void whatSharesALineIsNotOneThing() {
    Place model = new Place(new SourceFile("schema.prisma", "model User {"), new Span(0, 10));
    List<Finding> findings = List.of(finding("suspected-rename", "public.User.name", model),
        finding("drop-column", "public.User.name", model), finding("drop-column", "public.User.age", model));
    assertThat(new Precedence(List.copyOf(RuleIndex.load().all())).apply(findings))
        .extracting(finding -> finding.rule() + " " + finding.object().name())
        .containsExactly("suspected-rename public.User.name", "drop-column public.User.age");
  }

  private static Finding finding(String rule, String column, Place place) {
    return new Finding(rule, Level.ERROR, "", place, new ObjectPath("column", column), List.of(), List.of(),
        Optional.empty(), List.of(), "");
  }
}
