package dev.ddlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Columns like another table's, where a parent has them too; each case is what a server does. */
class FoldedLikeTest {
  private static final String TABLES = """
      CREATE TABLE a (x int NOT NULL DEFAULT 3, y int);
      CREATE TABLE b (x int, z int NOT NULL DEFAULT 5);
      """;

  @Test
  void addsWhatTheParentsColumnLacks() {
    assertThat(Folded.lines(TABLES + "CREATE TABLE c (LIKE a INCLUDING ALL) INHERITS (b);", "column"))
        .contains("column public.c.x integer notnull 3 -", "column public.c.y integer null - -",
            "column public.c.z integer notnull 5 -");
  }

  @Test
  void keepsNotNullWithoutTheDefault() {
    assertThat(Folded.lines(TABLES + "CREATE TABLE c (LIKE a) INHERITS (b);", "column"))
        .contains("column public.c.x integer notnull - -");
  }

  @Test
  void leavesTheParentsDefault() {
    assertThat(Folded.lines(TABLES + "CREATE TABLE c (LIKE b INCLUDING ALL) INHERITS (a);", "column"))
        .contains("column public.c.x integer notnull 3 -", "column public.c.z integer notnull 5 -");
  }

  @Test
  void aColumnOfLikeStaysWhenTheParentsGoes() {
    assertThat(Folded.lines(TABLES + "CREATE TABLE c (LIKE a) INHERITS (a); ALTER TABLE a DROP COLUMN y;", "column"))
        .contains("column public.c.y integer null - -").doesNotContain("column public.a.y integer null - -");
  }

  @Test
  void aColumnOfLikeStaysWhenItsTableJoinsTheOther() {
    assertThat(Folded.lines(TABLES + """
        CREATE TABLE c (LIKE a);
        ALTER TABLE a INHERIT c;
        ALTER TABLE c DROP COLUMN y;""", "column")).contains("column public.a.y integer null - -");
  }

  @Test
  void aNotNullOfLikeStaysWhenTheParentsGoes() {
    assertThat(Folded.lines(TABLES + """
        CREATE TABLE c (LIKE a) INHERITS (a);
        ALTER TABLE a ALTER COLUMN x DROP NOT NULL;""", "column"))
        .contains("column public.a.x integer null 3 -", "column public.c.x integer notnull 3 -");
  }

  @Test
  void aBlockThatGivesWayTakesNoneOfItsActions() {
    assertThat(Folded.lines("""
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_tables WHERE tablename = 't') THEN CREATE TABLE t (x uuid); END IF;
        END $$;
        DO $$ BEGIN
          ALTER TABLE t ADD COLUMN x boolean, ADD COLUMN n int;
        EXCEPTION WHEN duplicate_column THEN NULL; END $$;""", "column"))
        .containsExactly("column public.t.x uuid null - -");
  }
}
