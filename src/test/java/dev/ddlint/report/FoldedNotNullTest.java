package dev.ddlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** NOT NULL that heirs have of their parents, or of their own; each case is what a server does. */
class FoldedNotNullTest {

  private static List<String> notNull(String sql) {
    return Folded.lines(sql, "column").stream().filter(line -> line.contains(" notnull "))
        .map(line -> line.substring("column public.".length(), line.indexOf(" integer"))).toList();
  }

  @Test
  void anHeirLosesWhatItHasOfItsParent() {
    assertThat(notNull("""
        CREATE TABLE p (a int, b int NOT NULL);
        CREATE TABLE c () INHERITS (p);
        ALTER TABLE p ALTER a SET NOT NULL;
        ALTER TABLE p ALTER a DROP NOT NULL, DROP CONSTRAINT p_b_not_null;""")).isEmpty();
  }

  @Test
  void anHeirKeepsWhatItSaysItself() {
    assertThat(notNull("""
        CREATE TABLE p (a int NOT NULL, b int, d int NOT NULL);
        CREATE TABLE c (a int PRIMARY KEY, b int NOT NULL) INHERITS (p);
        ALTER TABLE c ALTER d SET NOT NULL;
        ALTER TABLE p ALTER a DROP NOT NULL, ALTER b DROP NOT NULL, ALTER d DROP NOT NULL;"""))
        .containsExactly("c.a", "c.b", "c.d");
  }

  @Test
  void anHeirKeepsWhatItsTableSaysInAPrimaryKey() {
    assertThat(notNull("""
        CREATE TABLE p (a int NOT NULL);
        CREATE TABLE c (PRIMARY KEY (a)) INHERITS (p);
        ALTER TABLE c DROP CONSTRAINT c_pkey;
        ALTER TABLE p ALTER a DROP NOT NULL;""")).containsExactly("c.a");
  }

  @Test
  void anHeirKeepsWhatAnotherParentSays() {
    String both = """
        CREATE TABLE p (a int NOT NULL);
        CREATE TABLE q (a int NOT NULL);
        CREATE TABLE c () INHERITS (p, q);
        ALTER TABLE p ALTER a DROP NOT NULL;""";
    assertThat(notNull(both)).containsExactly("c.a", "q.a");
    assertThat(notNull(both + "ALTER TABLE q ALTER a DROP NOT NULL;")).isEmpty();
  }

  @Test
  void anHeirOfTwoHasWhatOneOfThemSays() {
    assertThat(Folded.lines("""
        CREATE TABLE p (a int);
        CREATE TABLE q (a int DEFAULT 1 NOT NULL);
        CREATE TABLE c () INHERITS (p, q);""", "column")).contains("column public.c.a integer notnull 1 -");
  }

  @Test
  void whatOnlyTheParentDropsIsTheHeirsOwn() {
    assertThat(notNull("""
        CREATE TABLE p (a int NOT NULL);
        CREATE TABLE c () INHERITS (p);
        ALTER TABLE ONLY p ALTER a DROP NOT NULL;
        ALTER TABLE p ALTER a SET NOT NULL;
        ALTER TABLE p ALTER a DROP NOT NULL;""")).containsExactly("c.a");
  }

  @Test
  void aColumnOfAnHeirGetsTheNotNullOfAColumnThatIsAdded() {
    assertThat(notNull("""
        CREATE TABLE p (b int);
        CREATE TABLE c (a int) INHERITS (p);
        CREATE TABLE d () INHERITS (c);
        ALTER TABLE p ADD COLUMN a int NOT NULL;""")).containsExactly("c.a", "d.a", "p.a");
  }

  @Test
  void anHeirGetsTheNotNullOfAPrimaryKeyAndOfAConstraint() {
    assertThat(notNull("""
        CREATE TABLE p (a int, b int);
        CREATE TABLE c () INHERITS (p);
        ALTER TABLE p ADD PRIMARY KEY (a), ADD CONSTRAINT k NOT NULL b;"""))
        .containsExactly("c.a", "c.b", "p.a", "p.b");
  }

  @Test
  void anHeirGetsTheNotNullThatIsValidated() {
    assertThat(notNull("""
        CREATE TABLE p (a int);
        CREATE TABLE c () INHERITS (p);
        ALTER TABLE p ADD CONSTRAINT k NOT NULL a NOT VALID;
        ALTER TABLE p VALIDATE CONSTRAINT k;""")).containsExactly("c.a", "p.a");
  }

  @Test
  void aTableThatJoinsAParentHasItByItself() {
    assertThat(notNull("""
        CREATE TABLE p (a int NOT NULL);
        CREATE TABLE c (LIKE p);
        ALTER TABLE c INHERIT p;
        ALTER TABLE p ALTER a DROP NOT NULL;""")).containsExactly("c.a");
  }

  @Test
  void aPartitionThatIsAttachedHasItOfItsParent() {
    assertThat(notNull("""
        CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a);
        CREATE TABLE c (a int NOT NULL) PARTITION BY LIST (a);
        CREATE TABLE d PARTITION OF c DEFAULT;
        ALTER TABLE p ATTACH PARTITION c DEFAULT;
        ALTER TABLE p ALTER a DROP NOT NULL;""")).isEmpty();
  }
}
