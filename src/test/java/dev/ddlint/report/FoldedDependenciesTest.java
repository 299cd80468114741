package dev.ddlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What comes and goes with other objects; each case is what a server does. */
class FoldedDependenciesTest {

  @Test
  void anExclusionConstraintComesToPartitionsAndCopies() {
    assertThat(Folded.lines("""
        CREATE TABLE p (id int, EXCLUDE (id WITH =)) PARTITION BY LIST (id);
        CREATE TABLE p0 PARTITION OF p FOR VALUES IN (1);
        CREATE TABLE c (LIKE p INCLUDING INDEXES);""", "exclude", "constraint-index")).containsExactly(
        "constraint-index public.c c_id_excl plain btree id - -",
        "constraint-index public.p p_id_excl plain btree id - -",
        "constraint-index public.p0 p0_id_excl plain btree id - -",
        "exclude public.c c_id_excl EXCLUDE USING btree (id WITH =)",
        "exclude public.p p_id_excl EXCLUDE USING btree (id WITH =)",
        "exclude public.p0 p0_id_excl EXCLUDE USING btree (id WITH =)");
  }

  @Test
  void anIndexKeepsTheNamesOfItsColumnsForItsCopies() {
    assertThat(Folded.lines("""
        CREATE TABLE t (a int, b int UNIQUE);
        CREATE INDEX ON t (a);
        ALTER TABLE t RENAME COLUMN a TO x;
        ALTER TABLE t RENAME COLUMN b TO y;
        CREATE TABLE c (LIKE t INCLUDING INDEXES);""", "index", "unique")).containsExactly(
        "index public.c c_a_idx plain btree x - -", "index public.t t_a_idx plain btree x - -",
        "unique public.c y c_b_key", "unique public.t y t_b_key");
  }

  @Test
  void aBlockThatAsksFirstMakesATableOnce() {
    assertThat(Folded.lines("""
        DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_tables WHERE tablename = 't') THEN
          CREATE TABLE t (a int); END IF; END $$;
        DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_tables WHERE tablename = 't') THEN
          CREATE TABLE t (b int); END IF; END $$;""", "column")).containsExactly("column public.t.a integer null - -");
  }

  @Test
  void aNameThatIsTakenIsNotGivenAgain() {
    assertThat(Folded.lines("""
        CREATE TABLE t (a int);
        CREATE TABLE u (b int);
        DO $$ BEGIN ALTER TABLE t RENAME TO u; EXCEPTION WHEN duplicate_table THEN NULL; END $$;""", "table"))
        .containsExactly("table public.t r", "table public.u r");
  }

  @Test
  void whatCallsAFunctionGoesWithIt() {
    assertThat(Folded.lines("""
        CREATE FUNCTION f(i int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT i';
        CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TABLE t (a int DEFAULT f(1), b int CHECK (f(b) > 0), c int GENERATED ALWAYS AS (f(b)) STORED);
        CREATE INDEX i ON t (f(a));
        CREATE POLICY p ON t USING (f(a) > 0);
        CREATE VIEW v AS SELECT f(a) FROM t;
        CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
        DROP FUNCTION f CASCADE;
        DROP FUNCTION g() CASCADE;""")).containsExactly("column public.t.a integer null - -",
        "column public.t.b integer null - -", "table public.t r");
  }

  @Test
  void ofSeveralFunctionsOfOneNameNothingIsSaid() {
    assertThat(Folded.lines("""
        CREATE FUNCTION f(i int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT i';
        CREATE FUNCTION f(i text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
        CREATE TABLE t (b int CHECK (f(b) > 0));
        DROP FUNCTION f(text) CASCADE;""", "check")).hasSize(1);
  }

  @Test
  void aPolicyGoesWithTheColumnThatItReads() {
    assertThat(Folded.lines("""
        CREATE TABLE t (a int, b int);
        CREATE POLICY p ON t USING (a > 0);
        CREATE POLICY q ON t USING (b > 0);
        ALTER TABLE t DROP COLUMN a CASCADE;""", "policy"))
        .containsExactly("policy public.t q ALL permissive public (b > 0) -");
  }

  @Test
  void aTriggersClonesAreRenamedAndDroppedWithIt() {
    assertThat(Folded.lines("""
        CREATE TABLE p (id int) PARTITION BY LIST (id);
        CREATE TABLE p0 PARTITION OF p DEFAULT;
        CREATE TRIGGER g AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
        CREATE TRIGGER h AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
        ALTER TRIGGER h ON p RENAME TO i;
        DROP TRIGGER g ON p;""", "trigger")).containsExactly("trigger public.p i", "trigger public.p0 i");
  }

  @Test
  void aDefaultFollowsTheSequenceThatItDrawsFrom() {
    assertThat(Folded.lines("""
        CREATE TABLE t (a serial);
        CREATE SEQUENCE s OWNED BY t.a;
        ALTER TABLE t ALTER COLUMN a SET DEFAULT nextval('s');
        ALTER SEQUENCE s RENAME TO r;""", "column"))
        .containsExactly("column public.t.a integer notnull nextval('public.r'::regclass) -");
  }

  @Test
  void aNotNullConstraintGoesByItsName() {
    assertThat(Folded.lines("""
        CREATE TABLE t (a int CONSTRAINT k NOT NULL, b int NOT NULL, c int);
        ALTER TABLE t ADD CONSTRAINT l NOT NULL c;
        ALTER TABLE t DROP CONSTRAINT k, DROP CONSTRAINT t_b_not_null, DROP CONSTRAINT l;""", "column"))
        .containsExactly("column public.t.a integer null - -", "column public.t.b integer null - -",
            "column public.t.c integer null - -");
  }

  @Test
  void setNotNullValidatesTheConstraintOfItsColumn() {
    assertThat(Folded.lines("""
        CREATE TABLE t (a int);
        ALTER TABLE t ADD CONSTRAINT k NOT NULL a NOT VALID;
        ALTER TABLE t ALTER COLUMN a SET NOT NULL;
        ALTER TABLE t DROP CONSTRAINT k;""", "column")).containsExactly("column public.t.a integer null - -");
  }

  @Test
  void aDomainKeepsADefaultThatIsNull() {
    assertThat(Folded.lines("CREATE DOMAIN d AS int; CREATE TABLE t (a d DEFAULT NULL, b int DEFAULT NULL)", "column"))
        .containsExactly("column public.t.a public.d null NULL -", "column public.t.b integer null - -");
  }

  @Test
  void whatIsThereAlreadyIsNotMadeAgain() {
    assertThat(Folded.lines("""
        CREATE TABLE t (a int);
        CREATE POLICY p ON t USING (a > 0);
        DO $$ BEGIN CREATE POLICY p ON t USING (a < 0); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        DO $$ BEGIN CREATE TABLE u (a int, LIKE t); EXCEPTION WHEN duplicate_column THEN NULL; END $$;
        CREATE SCHEMA s;
        CREATE TYPE e AS ENUM ('a');
        CREATE TYPE s.e AS ENUM ('b');
        DO $$ BEGIN ALTER TYPE e SET SCHEMA s; EXCEPTION WHEN duplicate_object THEN NULL; END $$;""", "policy", "enum",
        "table")).containsExactly("enum public.e a", "enum s.e b", "policy public.t p ALL permissive public (a > 0) -",
            "table public.t r");
  }

  @Test
  void aTriggerFollowsItsFunction() {
    assertThat(Folded.lines("""
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TABLE t (a int);
        CREATE TRIGGER g AFTER INSERT ON t EXECUTE FUNCTION f();
        ALTER FUNCTION f() RENAME TO h;
        DROP FUNCTION h() CASCADE;""", "trigger")).isEmpty();
  }

  @Test
  void whatUsesASchemasObjectsGoesWithIt() {
    assertThat(Folded.lines("""
        CREATE SCHEMA s;
        CREATE TYPE s.e AS ENUM ('a');
        CREATE SEQUENCE s.n;
        CREATE TABLE t (a s.e, b int DEFAULT nextval('s.n'));
        DROP SCHEMA s CASCADE;""", "column", "enum")).containsExactly("column public.t.b integer null - -");
  }

  @Test
  void aViewReadsTheTableOfItsSchema() {
    assertThat(Folded.lines("""
        CREATE SCHEMA s;
        CREATE TABLE t (a int);
        CREATE TABLE s.t (a int);
        CREATE VIEW v AS SELECT a FROM t;
        CREATE VIEW w AS SELECT t.a FROM s.t;
        DROP TABLE s.t CASCADE;""", "view")).containsExactly("view public.v");
  }

  @Test
  void aKeyGoesWithAColumnThatItCarries() {
    assertThat(Folded.lines("""
        CREATE TABLE t (a int, b int, UNIQUE (a) INCLUDE (b), UNIQUE (a) INCLUDE (a));
        ALTER TABLE t DROP COLUMN b;""", "unique")).containsExactly("unique public.t a t_a_a1_key");
  }

  @Test
  void actionsOfOneStatementDropFirst() {
    assertThat(Folded.lines("""
        CREATE TABLE t (a int);
        ALTER TABLE t ADD COLUMN IF NOT EXISTS x int, DROP COLUMN IF EXISTS x;""", "column"))
        .containsExactly("column public.t.a integer null - -", "column public.t.x integer null - -");
  }

  @Test
  void aCopyHasTheNotNullConstraintsUnderTheirNames() {
    assertThat(Folded.lines("""
        CREATE TABLE t (a int CONSTRAINT k NOT NULL);
        CREATE TABLE u (LIKE t);
        ALTER TABLE u DROP CONSTRAINT k;""", "column"))
        .containsExactly("column public.t.a integer notnull - -", "column public.u.a integer null - -");
  }

  @Test
  void aStatementIsRefusedAsAWhole() {
    assertThat(Folded.lines("""
        CREATE TABLE t (a int, b int);
        DO $$ BEGIN ALTER TABLE t ADD COLUMN c int, ADD COLUMN b int; EXCEPTION WHEN duplicate_column THEN NULL; END $$;
        ALTER TABLE t ADD CONSTRAINT k UNIQUE USING INDEX that_is_not_there;""", "column", "unique"))
        .containsExactly("column public.t.a integer null - -", "column public.t.b integer null - -");
  }

  @Test
  void aKeyOfTheParentOnlyLeavesThePartitions() {
    assertThat(Folded.lines("""
        CREATE TABLE p (id int) PARTITION BY LIST (id);
        CREATE TABLE p0 PARTITION OF p DEFAULT;
        ALTER TABLE ONLY p ADD UNIQUE (id);""", "unique")).containsExactly("unique public.p id p_id_key");
  }

  @Test
  void aColumnIsNotRenamedOverOneOfAnHeir() {
    assertThat(Folded.lines("""
        CREATE TABLE p (a int);
        CREATE TABLE c (b int) INHERITS (p);
        DO $$ BEGIN ALTER TABLE p RENAME COLUMN a TO b; EXCEPTION WHEN duplicate_column THEN NULL; END $$;""",
        "column"))
        .containsExactly("column public.c.a integer null - -", "column public.c.b integer null - -",
            "column public.p.a integer null - -");
  }

  @Test
  void sequencesOfOneNameAreToldApart() {
    assertThat(Folded.lines("""
        CREATE SCHEMA s;
        CREATE SEQUENCE n;
        CREATE SEQUENCE s.n;
        CREATE TABLE t (a int DEFAULT nextval('s.n'));
        DROP SEQUENCE n;""", "column")).containsExactly("column public.t.a integer null nextval('s.n') -");
  }

  @Test
  void aTableDoesNotMoveOverAnother() {
    assertThat(Folded.lines("""
        CREATE SCHEMA s;
        CREATE TABLE t (a int);
        CREATE TABLE s.t (b int);
        DO $$ BEGIN ALTER TABLE t SET SCHEMA s; EXCEPTION WHEN duplicate_table THEN NULL; END $$;""", "table"))
        .containsExactly("table public.t r", "table s.t r");
  }

  @Test
  void heirsLoseANotNullOfTheirParent() {
    assertThat(Folded.lines("""
        CREATE TABLE p (a int CONSTRAINT k NOT NULL);
        CREATE TABLE c () INHERITS (p);
        ALTER TABLE p DROP CONSTRAINT k;""", "column"))
        .containsExactly("column public.c.a integer null - -", "column public.p.a integer null - -");
  }

  @Test
  void aKeyThatRepeatsAColumnIsRefused() {
    assertThat(Folded.lines("""
        CREATE TABLE t (x int, y int);
        DO $$ BEGIN ALTER TABLE t ADD UNIQUE (x, x); EXCEPTION WHEN duplicate_column THEN NULL; END $$;
        DO $$ BEGIN ALTER TABLE t ADD z int, ADD PRIMARY KEY (y, y); EXCEPTION WHEN duplicate_column THEN NULL; END $$;
        DO $$ BEGIN CREATE TABLE u (x int, UNIQUE (x, x)); EXCEPTION WHEN duplicate_column THEN NULL; END $$;""",
        "table", "column", "unique", "primary-key")).containsExactly("column public.t.x integer null - -",
            "column public.t.y integer null - -", "table public.t r");
  }

  @Test
  void anExclusionConstraintOfTheParentOnlyLeavesThePartitions() {
    assertThat(Folded.lines("""
        CREATE TABLE p (id int) PARTITION BY LIST (id);
        CREATE TABLE p0 PARTITION OF p DEFAULT;
        ALTER TABLE ONLY p ADD EXCLUDE (id WITH =);""", "exclude"))
        .containsExactly("exclude public.p p_id_excl EXCLUDE USING btree (id WITH =)");
  }

  @Test
  void aSequenceDoesNotMoveOverAnother() {
    assertThat(Folded.lines("""
        CREATE SCHEMA s;
        CREATE SEQUENCE n;
        CREATE SEQUENCE s.n;
        DO $$ BEGIN ALTER SEQUENCE n SET SCHEMA s; EXCEPTION WHEN duplicate_table THEN NULL; END $$;""", "sequence"))
        .containsExactly("sequence public.n", "sequence s.n");
  }

  @Test
  void aSequenceWithoutASchemaIsTheOneThatIsFoundFirst() {
    assertThat(Folded.lines("""
        CREATE SCHEMA s;
        CREATE SEQUENCE n;
        CREATE SEQUENCE s.n;
        CREATE TABLE t (a int DEFAULT nextval('n'));
        DROP SCHEMA s CASCADE;""", "column")).containsExactly("column public.t.a integer null nextval('n') -");
  }

  @Test
  void aGuardedPolicyDoesNotReplaceOneOfAnUncertainTable() {
    assertThat(Folded.lines("""
        DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_tables WHERE tablename = 't') THEN
          CREATE TABLE t (a int); END IF; END $$;
        CREATE POLICY p ON t USING (a > 0);
        DO $$ BEGIN CREATE POLICY p ON t USING (a < 0); EXCEPTION WHEN duplicate_object THEN NULL; END $$;""",
        "policy")).containsExactly("policy public.t p ALL permissive public (a > 0) -");
  }

  @Test
  void aCheckStaysWithAnHeirThatKeepsItsColumn() {
    assertThat(Folded.lines("""
        CREATE TABLE p (a int, b int CONSTRAINT k CHECK (b > 0));
        CREATE TABLE c () INHERITS (p);
        ALTER TABLE ONLY p DROP COLUMN b;""", "check")).containsExactly("check public.c k yes CHECK ((b > 0))");
  }

  @Test
  void aConstraintThatOnlyTheParentDropsStaysWithItsHeirs() {
    assertThat(Folded.lines("""
        CREATE TABLE p (a int CONSTRAINT k NOT NULL, b int CONSTRAINT l CHECK (b > 0));
        CREATE TABLE c () INHERITS (p);
        ALTER TABLE ONLY p DROP CONSTRAINT k, DROP CONSTRAINT l;""", "check", "column")).containsExactly(
        "check public.c l yes CHECK ((b > 0))", "column public.c.a integer notnull - -",
        "column public.c.b integer null - -", "column public.p.a integer null - -",
        "column public.p.b integer null - -");
  }

  /** A server refuses these; a history may hold them all the same. */
  @Test
  void circlesEnd() {
    assertThat(Folded.lines("""
        CREATE TABLE a (x int);
        CREATE TABLE b (x int) INHERITS (a);
        ALTER TABLE a INHERIT b;
        ALTER TABLE a ADD COLUMN y int;
        CREATE TABLE p (x int) PARTITION BY LIST (x);
        CREATE TABLE q PARTITION OF p DEFAULT PARTITION BY LIST (x);
        ALTER TABLE q ATTACH PARTITION p DEFAULT;
        CREATE INDEX ON p (x);
        CREATE VIEW v AS SELECT x FROM a;
        CREATE VIEW w AS SELECT x FROM v;
        CREATE OR REPLACE VIEW v AS SELECT x FROM w;
        ALTER TABLE a RENAME COLUMN x TO z;
        DROP VIEW v CASCADE;
        ALTER TABLE a ADD FOREIGN KEY (z) REFERENCES b (x);
        ALTER TABLE b ADD FOREIGN KEY (z) REFERENCES a (z);
        DROP TABLE a CASCADE;""", "table", "view")).containsExactly("table public.p p", "table public.q p");
  }
}
