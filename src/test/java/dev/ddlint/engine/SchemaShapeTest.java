package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.RuleSetting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the rules about indexes, design and names speak, and what they leave to others: cases too odd for a page. */
class SchemaShapeTest {
  @TempDir
  private Path folder;

  private List<String> lint(String rule, String sql) {
    Configuration configuration = Configuration.DEFAULT.withRules(Map.of(rule, RuleSetting.ON));
    return new Bench(folder).file("V1__a.sql", sql).lint(configuration, "V1__a.sql").findings().stream()
        .filter(finding -> finding.rule().equals(rule)).map(finding -> finding.place().start().line() + "").toList();
  }

  /** The rules are asked on two processors there. */
  @Test
  void aLargeSchemaIsJudgedAsASmallOne() {
    StringBuilder sql = new StringBuilder("CREATE TABLE t0 (id bigint PRIMARY KEY);\n");
    for (int i = 1; i <= Parallel.MANY; i++) {
      sql.append("CREATE TABLE t").append(i).append(" (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,")
          .append(" t0_id bigint REFERENCES t0);\n");
    }
    Map<String, Integer> counts = new TreeMap<>();
    new Bench(folder).file("V1__many_tables.sql", sql.toString()).lint("V1__many_tables.sql").findings()
        .forEach(finding -> counts.merge(finding.rule(), finding.count(), Integer::sum));
    assertThat(counts).isEqualTo(
        Map.of("missing-foreign-key-index", Parallel.MANY, "small-integer-primary-key", Parallel.MANY));
  }

  @Test
  void aColumnThatHeirsAndCopiesHaveIsToldOnce() {
    assertThat(lint("timestamp-without-time-zone", """
        CREATE TABLE a (id bigint PRIMARY KEY, at timestamp) ;
        CREATE TABLE b (more text) INHERITS (a);
        CREATE TABLE c (LIKE a);
        CREATE TABLE d (id bigint, at timestamp) PARTITION BY RANGE (id);
        CREATE TABLE d1 PARTITION OF d DEFAULT;
        """)).containsExactly("1", "4");
  }

  @Test
  void whatAStatementNamesThatIsNotUnderstoodIsUncertain() {
    String sql = """
        CREATE TABLE teams (id bigint PRIMARY KEY);
        CREATE TABLE users (id bigint PRIMARY KEY, team_id bigint REFERENCES teams);
        CREATE TABLE notes (id bigint PRIMARY KEY, team_id bigint REFERENCES teams);
        """;
    assertThat(lint("missing-foreign-key-index", sql)).containsExactly("2", "3");
    assertThat(lint("missing-foreign-key-index", sql + "CREATE LEARNED INDEX users_team ON users (team_id);\n"))
        .containsExactly("3");
  }

  @Test
  void aTypeStandsWhereItWasGivenLast() {
    assertThat(lint("char-column", """
        CREATE TABLE a (id bigint PRIMARY KEY, code text);
        ALTER TABLE a
          ALTER COLUMN code TYPE char(2);
        """)).containsExactly("3");
  }

  @Test
  void aColumnThatComesAndGoesHasATypeAllTheSame() {
    assertThat(lint("varchar-255", """
        ALTER TABLE there_before ADD COLUMN kept varchar(255);
        CREATE TABLE short (id bigint, name varchar(255));
        DROP TABLE short;
        """)).containsExactly("1", "2");
  }

  @Test
  void twoKeysOfWhichEachRowHasOne() {
    assertThat(lint("nullable-column-in-unique", """
        CREATE TABLE c (id bigint PRIMARY KEY, user_id bigint, team_id bigint, name text NOT NULL);
        CREATE UNIQUE INDEX by_user ON c (user_id, name);
        CREATE UNIQUE INDEX by_team ON c (team_id, name);
        """)).isEmpty();
  }

  @Test
  void aPredicateWithTheNameOfTheTable() {
    assertThat(lint("nullable-column-in-unique", """
        CREATE TABLE c (id bigint PRIMARY KEY, user_id bigint, name text NOT NULL);
        CREATE UNIQUE INDEX by_user ON c (user_id, name) WHERE "c"."user_id" IS NOT NULL;
        """)).isEmpty();
  }

  @Test
  void whatABlockMayHaveDoneIsNotKnown() {
    assertThat(lint("duplicate-object", """
        CREATE TABLE a (id bigint PRIMARY KEY);
        DO $$ BEGIN EXECUTE 'DROP TABLE ' || 'a'; END $$;
        CREATE TABLE a (id bigint PRIMARY KEY);
        """)).isEmpty();
    assertThat(lint("unknown-object", """
        CREATE TABLE b (id bigint PRIMARY KEY);
        DROP TABLE b;
        DO $$ BEGIN EXECUTE 'CREATE TABLE ' || 'b'; END $$;
        ALTER TABLE b ADD COLUMN c text;
        """)).isEmpty();
  }

  @Test
  void aTableIsGoneUnderItsOldName() {
    assertThat(lint("unknown-object", """
        CREATE TABLE a (id bigint PRIMARY KEY);
        ALTER TABLE a RENAME TO b;
        ALTER TABLE a ADD COLUMN c text;
        """)).containsExactly("3");
  }

  @Test
  void anIncompleteHistoryDoesNotTellWhatIsGone() {
    assertThat(lint("unknown-object", """
        ALTER TABLE there_before ADD COLUMN c text;
        CREATE TABLE a (id bigint PRIMARY KEY);
        DROP TABLE a;
        ALTER TABLE a ADD COLUMN c text;
        """)).isEmpty();
  }

  @Test
  void aDroppedColumnTakesTheIndexOfAForeignKeyWithIt() {
    Bench bench = new Bench(folder).file("V1__a.sql", """
        CREATE TABLE p (id bigint PRIMARY KEY);
        CREATE TABLE c (id bigint PRIMARY KEY, p_id bigint REFERENCES p (id), day date);
        CREATE INDEX c_idx ON c (p_id, day);
        """).file("V2__b.sql", "ALTER TABLE c DROP COLUMN day;\n");
    assertThat(Bench.brief(bench.lint("V2__b.sql"))).contains("V2__b.sql:1 dropped-foreign-key-index");
  }

  @Test
  void anUnfinishedConstraintIsANoteUntilMoreMigrationsFollow() {
    Bench bench = new Bench(folder).file("V1__a.sql", "CREATE TABLE t (id bigint PRIMARY KEY, n bigint);\n")
        .file("V2__b.sql", "ALTER TABLE t ADD CONSTRAINT n_positive CHECK (n > 0) NOT VALID;\n");
    assertThat(levels(bench)).containsExactly("note");
    assertThat(levels(bench.file("V3__c.sql", "COMMENT ON TABLE t IS 'more';\n"))).containsExactly("warning");
  }

  private static List<String> levels(Bench bench) {
    return bench.lint("V2__b.sql").findings().stream().filter(f -> f.rule().equals("never-validated-constraint"))
        .map(f -> f.level().word()).toList();
  }
}
