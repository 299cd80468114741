package dev.ddlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.catalog.Catalog;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a few statements leave behind, in the words of {@link SchemaLines}. */
class FoldedSchemaTest {

  @Test
  void aTableWithAKeyASequenceAndACheck() {
    assertThat(
        Folded.lines("CREATE TABLE t (id serial PRIMARY KEY, n int CHECK (n > 0), m numeric(8) DEFAULT 1 UNIQUE)"))
        .containsExactly("check public.t t_n_check yes CHECK ((n > 0))",
            "column public.t.id integer notnull nextval('public.t_id_seq'::regclass) -",
            "column public.t.m numeric(8,0) null 1 -", "column public.t.n integer null - -",
            "constraint-index public.t t_m_key unique btree m - -",
            "constraint-index public.t t_pkey unique btree id - -", "primary-key public.t id t_pkey",
            "table public.t r",
            "unique public.t m t_m_key");
  }

  @Test
  void namesAreCutAndNumbered() {
    String table = "a_table_with_a_name_that_is_quite_long_indeed";
    assertThat(
        Folded
            .lines("CREATE TABLE " + table + " (a_column_whose_name_is_long int UNIQUE, b int CHECK (b > 0 AND b < 9), "
                + "CHECK (b <> 5), CHECK (b <> 6 OR a_column_whose_name_is_long IS NULL))", "unique", "check"))
        .containsExactly(
            "check public." + table + " " + table + "_b_check yes CHECK ((b > 0 AND b < 9))",
            "check public." + table + " " + table + "_b_check1 yes CHECK ((b <> 5))",
            "check public." + table + " " + table
                + "_check yes CHECK ((b <> 6 OR a_column_whose_name_is_long IS NULL))",
            "unique public." + table + " a_column_whose_name_is_long "
                + "a_table_with_a_name_that_is_qui_a_column_whose_name_is_long_key");
  }

  @Test
  void aNameStaysTakenByTheConstraintOfARenamedTable() {
    assertThat(Folded.lines("""
        CREATE TABLE p (id int PRIMARY KEY);
        CREATE TABLE t (id int PRIMARY KEY, p int REFERENCES p);
        ALTER TABLE t RENAME TO old;
        CREATE TABLE t (id int PRIMARY KEY, p int REFERENCES p);""", "foreign-key", "primary-key")).containsExactly(
        "foreign-key public.old t_p_fkey p public.p id NO ACTION NO ACTION yes",
        "foreign-key public.t t_p_fkey1 p public.p id NO ACTION NO ACTION yes", "primary-key public.old id t_pkey",
        "primary-key public.p id p_pkey", "primary-key public.t id t_pkey1");
  }

  @Test
  void uniqueAndPrimaryKeyOnOneColumnAreOneIndex() {
    assertThat(Folded.lines("CREATE TABLE t (id uuid UNIQUE PRIMARY KEY)", "unique", "primary-key", "constraint-index"))
        .containsExactly("constraint-index public.t t_pkey unique btree id - -", "primary-key public.t id t_pkey");
  }

  @Test
  void defaultNullIsKeptWhereTheTypeHasALength() {
    assertThat(Folded.lines("CREATE TABLE t (a text DEFAULT NULL, b varchar(9) DEFAULT NULL)", "column"))
        .containsExactly("column public.t.a text null - -", "column public.t.b character varying(9) null NULL -");
    assertThat(
        Folded.catalog("CREATE TABLE t (b varchar(9) DEFAULT NULL)").table("public", "t").orElseThrow().column("b")
            .orElseThrow().hasDefault())
        .isFalse();
  }

  @Test
  void generatedIndexNames() {
    assertThat(Folded.lines("""
        CREATE TABLE t (a int, b text);
        CREATE INDEX ON t (a, lower(b)) INCLUDE (b);
        CREATE INDEX ON t ((a + 1), (b::varchar));
        CREATE INDEX ON t ((a + 1), (a + 2));""", "index")).containsExactly(
        "index public.t t_a_lower_b_idx plain btree a | lower(b) b -",
        "index public.t t_expr_b_idx plain btree (a + 1) | (b::varchar) - -",
        "index public.t t_expr_expr1_idx plain btree (a + 1) | (a + 2) - -");
  }

  @Test
  void aDroppedColumnTakesItsIndexesAndConstraints() {
    assertThat(Folded.lines("""
        CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE, b serial, c int CHECK (c > a), d int);
        CREATE TABLE u (a int REFERENCES t (a));
        CREATE INDEX i ON t (b) WHERE a > 0;
        ALTER TABLE t DROP COLUMN a CASCADE, DROP COLUMN b;""")).containsExactly("column public.t.c integer null - -",
        "column public.t.d integer null - -", "column public.t.id integer notnull - -",
        "column public.u.a integer null - -", "constraint-index public.t t_pkey unique btree id - -",
        "primary-key public.t id t_pkey", "table public.t r", "table public.u r");
  }

  @Test
  void aRenamedColumnIsRenamedWhereItIsWritten() {
    assertThat(Folded.lines("""
        CREATE TABLE t (a int CHECK (a > 0), b int GENERATED ALWAYS AS (a + 1) STORED);
        CREATE INDEX i ON t ((a * 2)) WHERE a < 9;
        ALTER TABLE t RENAME a TO "Z";""", "check", "column", "index")).containsExactly(
        "check public.t t_a_check yes CHECK ((\"Z\" > 0))", "column public.t.Z integer null - -",
        "column public.t.b integer null \"Z\" + 1 generated-stored",
        "index public.t i plain btree (\"Z\" * 2) - (\"Z\" < 9)");
  }

  @Test
  void renamesFollowIds() {
    assertThat(Folded.lines("""
        CREATE SCHEMA s;
        CREATE TYPE e AS ENUM ('a', 'b,c');
        CREATE TABLE t (id serial PRIMARY KEY, e e);
        ALTER TABLE t RENAME TO u;
        ALTER TABLE u SET SCHEMA s;
        ALTER TYPE e RENAME TO f;
        ALTER INDEX s.t_pkey RENAME TO pk;
        ALTER SEQUENCE s.t_id_seq RENAME TO q;""")).containsExactly(
        "column s.u.e public.f null - -", "column s.u.id integer notnull nextval('s.q'::regclass) -",
        "constraint-index s.u pk unique btree id - -", "enum public.f a,b\\,c", "primary-key s.u id pk", "table s.u r");
  }

  @Test
  void partitionsGetWhatTheParentHas() {
    assertThat(Folded.lines("""
        CREATE TABLE p (id int, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
        CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
        CREATE INDEX i ON p (at);
        CREATE TABLE own (id int NOT NULL, at date NOT NULL);
        CREATE INDEX mine ON own (at);
        ALTER TABLE p ATTACH PARTITION own FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');""", "table", "index",
        "primary-key")).containsExactly("index public.own mine plain btree at - -",
            "index public.p i plain btree at - -", "index public.p1 p1_at_idx plain btree at - -",
            "primary-key public.own id,at own_pkey", "primary-key public.p id,at p_pkey",
            "primary-key public.p1 id,at p1_pkey", "table public.own partition", "table public.p p",
            "table public.p1 partition");
  }

  @Test
  void anIndexOfTheParentTakesThoseOfThePartitions() {
    assertThat(Folded.lines("""
        CREATE TABLE p (id int, n int CHECK (n > 0)) PARTITION BY RANGE (id);
        CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);
        CREATE INDEX i ON p (n);
        DROP INDEX i;
        ALTER TABLE p DROP CONSTRAINT p_n_check;""", "index", "check")).isEmpty();
  }

  @Test
  void likeCopiesWhatItIncludes() {
    assertThat(Folded.lines("""
        CREATE TABLE a (id int PRIMARY KEY, n int DEFAULT 1 CHECK (n > 0));
        CREATE TABLE b (LIKE a);
        CREATE TABLE c (LIKE a INCLUDING ALL);
        DROP TABLE a;""", "column", "check", "primary-key")).containsExactly(
        "check public.c a_n_check yes CHECK ((n > 0))", "column public.b.id integer notnull - -",
        "column public.b.n integer null - -", "column public.c.id integer notnull - -",
        "column public.c.n integer null 1 -", "primary-key public.c id c_pkey");
  }

  @Test
  void cascadeTakesViewsOfViews() {
    assertThat(Folded.lines("""
        CREATE TABLE t (id int);
        CREATE VIEW v AS SELECT id FROM t;
        CREATE VIEW w AS SELECT * FROM v;
        CREATE MATERIALIZED VIEW x AS SELECT 1 AS one;
        DROP TABLE t CASCADE;""")).containsExactly("materialized-view public.x");
  }

  @Test
  void droppingATypeCascades() {
    assertThat(Folded.lines("""
        CREATE TYPE e AS ENUM ('a');
        CREATE TABLE t (id int, e e);
        DROP TYPE e CASCADE;""", "column", "enum")).containsExactly("column public.t.id integer null - -");
  }

  @Test
  void rollbackTakesEverythingBack() {
    assertThat(Folded.lines("CREATE TABLE a (); BEGIN; CREATE TABLE b (); ROLLBACK; BEGIN; CREATE TABLE c (); COMMIT;"))
        .containsExactly("table public.a r", "table public.c r");
  }

  @Test
  void theSearchPathOfAFileEndsWithIt() throws IOException {
    Catalog catalog = Folded.catalog("CREATE SCHEMA s; SET search_path = s, public; CREATE TABLE t ();",
        "CREATE TABLE t ();");
    assertThat(GoldenHistory.lines(catalog)).containsExactly("table\tpublic.t\tr", "table\ts.t\tr");
  }

  @Test
  void whatIsThereAlreadyStays() {
    assertThat(Folded.lines("""
        CREATE TABLE t (id int PRIMARY KEY);
        CREATE TABLE t (other text);
        ALTER TABLE t ADD PRIMARY KEY (id);
        CREATE INDEX i ON t (id);
        CREATE INDEX i ON t (id, id);""")).containsExactly("column public.t.id integer notnull - -",
        "constraint-index public.t t_pkey unique btree id - -", "index public.t i plain btree id - -",
        "primary-key public.t id t_pkey", "table public.t r");
  }

  @Test
  void aConditionLeavesTheTableUncertain() {
    Catalog catalog = Folded.catalog("""
        CREATE TABLE t (id int); CREATE TABLE u (id int); CREATE TABLE w (id int);
        DO $$ BEGIN
          IF NOT EXISTS (SELECT 1 FROM pg_tables) THEN ALTER TABLE t ADD COLUMN a int; END IF;
          EXECUTE format('ALTER TABLE %I ADD COLUMN b int', 'u');
        END $$;""");
    assertThat(catalog.isUncertain(catalog.table("public", "t").orElseThrow())).isTrue();
    assertThat(catalog.isUncertain(catalog.table("public", "u").orElseThrow())).isTrue();
    assertThat(catalog.isUncertain(catalog.table("public", "w").orElseThrow())).isFalse();
    assertThat(catalog.table("public", "t").orElseThrow().column("a")).isPresent();
  }

  @Test
  void aTableMadeAfterItWasMentionedKeepsTheKeysThatLeadToIt() {
    assertThat(Folded.lines("""
        CREATE TABLE child (p int REFERENCES parent (id));
        CREATE TABLE parent (name text, id int PRIMARY KEY);""", "foreign-key"))
        .containsExactly("foreign-key public.child child_p_fkey p public.parent id NO ACTION NO ACTION yes");
  }

  @Test
  void nobodyInheritsFromHimself() {
    assertThat(Folded.lines("CREATE TABLE a (x int); ALTER TABLE a INHERIT a; ALTER TABLE a RENAME x TO y;", "column"))
        .containsExactly("column public.a.y integer null - -");
  }
}
