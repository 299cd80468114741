package dev.ddlint.physics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.catalog.State;
import dev.ddlint.catalog.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps a column as it is. */
class ColumnUsersTest {
  private static final String TABLES = "CREATE TABLE t (id int, a int, b int); CREATE TABLE u (id int, a int, t int);";

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      SELECT a FROM t | view v
      SELECT b AS a FROM t | ''
      SELECT * FROM t | view v
      SELECT x.a FROM t x | view v
      SELECT x.a FROM u x JOIN t ON t.id = x.t | ''
      SELECT t.id FROM t JOIN u ON t.a = u.t | view v
      SELECT t.* FROM t JOIN u ON t.id = u.t | view v
      SELECT u.* FROM t JOIN u ON t.id = u.t | ''
      SELECT id FROM u WHERE EXISTS (SELECT 1 FROM t WHERE t.id = u.t AND a = 1) | view v
      SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE a = 1) | ''
      SELECT id FROM t ORDER BY a | view v
      SELECT id FROM t GROUP BY id HAVING max(a) > 1 | view v
      WITH t AS (SELECT id, a FROM u) SELECT a FROM t | ''
      WITH s AS (SELECT a FROM t) SELECT a FROM s | view v
      SELECT s.a FROM (SELECT a FROM t) s | view v
      SELECT id FROM u UNION SELECT a FROM t | view v
      SELECT id FROM t JOIN u USING (id, a) | view v
      """)
  void aViewUsesWhatItsQueryReads(String query, String users) {
    assertThat(of(TABLES + "CREATE VIEW v AS " + query + ";")).isEqualTo(users);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      CREATE POLICY p ON t USING (a = 1) | policy p of t
      CREATE POLICY p ON t WITH CHECK (t.a > b) | policy p of t
      CREATE POLICY p ON t USING (id IN (SELECT id FROM u WHERE u.a = 1)) | ''
      CREATE POLICY p ON t USING (EXISTS (SELECT 1 FROM u WHERE u.t = t.a)) | policy p of t
      ALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS (a + 1) STORED | generated column c
      ALTER TABLE t ADD COLUMN c int DEFAULT 1 | ''
      CREATE INDEX i ON t (a) | ''
      """)
  void policiesAndGeneratedColumnsUseColumnsToo(String sql, String users) {
    assertThat(of(TABLES + sql + ";")).isEqualTo(users);
  }

  private static String of(String sql) {
    State state = ProofCase.fold(State.EMPTY, sql);
    Table table = state.catalog().table("public", "t").orElseThrow();
    return String.join(", ", ColumnUsers.of(table, table.column("a").orElseThrow(), state).stream()
        .map(ColumnUsers.User::toString).toList());
  }
}
