package dev.ddlint.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.ir.Expression;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows a statement reaches, and which comparisons with NULL it holds. */
class RowFilterTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      DELETE FROM t | EVERY
      DELETE FROM t WHERE true | EVERY
      DELETE FROM t WHERE 1 = 1 | EVERY
      DELETE FROM t WHERE ('a' = 'a') OR a = 2 | EVERY
      DELETE FROM t WHERE NOT 1 = 2 | EVERY
      DELETE FROM t WHERE 1 = 1 AND a = 2 | SOME
      DELETE FROM t WHERE a = 2 | SOME
      DELETE FROM t WHERE false | SOME
      DELETE FROM t USING u WHERE t.a = u.b | JOIN
      UPDATE t SET a = NULL | EVERY
      UPDATE t SET a = 1 WHERE a IS NULL | NULLS
      UPDATE t SET a = 1 WHERE a IS NULL AND b IS NULL | NULLS
      UPDATE t SET a = 1 WHERE a IS NULL AND b = 1 | SOME
      UPDATE t SET a = 1 WHERE a IS NOT NULL | SOME
      UPDATE t SET a = u.a FROM u WHERE t.id = u.t | JOIN
      UPDATE t SET a = s.n FROM (SELECT id, n FROM u WHERE n > 3) s WHERE t.id = s.id | SOME
      WITH s AS (SELECT id, n FROM t) UPDATE t SET a = s.n FROM s WHERE t.id = s.id | JOIN
      WITH s AS (SELECT id, n FROM t LIMIT 9) UPDATE t SET a = s.n FROM s WHERE t.id = s.id | SOME
      UPDATE t SET a = u.a FROM u, v WHERE t.id = u.t AND u.v = v.id | SOME
      WITH RECURSIVE s AS (SELECT id FROM s) UPDATE t SET a = 1 FROM s WHERE t.id = s.id | JOIN
      UPDATE t SET a = 1 WHERE id BETWEEN 1 AND 1000 | SOME
      UPDATE t SET a = 1 WHERE id IN (SELECT id FROM t WHERE a = 0 LIMIT 10) | SOME
      INSERT INTO t SELECT * FROM u | EVERY
      INSERT INTO t SELECT * FROM u WHERE a > 1 | SOME
      INSERT INTO t SELECT * FROM u LIMIT 10 | SOME
      WITH s AS (SELECT * FROM u WHERE a = 1) INSERT INTO t SELECT * FROM s | SOME
      INSERT INTO t VALUES (1) | SOME
      INSERT INTO t SELECT 1 | SOME
      this is no statement | SOME
      """)
  void theTreeTells(String sql, RowFilter.Kind kind) {
    assertThat(RowFilter.of(Expression.of(sql)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      UPDATE t SET a = u.a FROM u WHERE t.u = u.id | u id
      UPDATE t SET a = x.a FROM app.u AS x WHERE x.id = t.u AND t.b = x.b | app.u b id
      WITH s AS (SELECT id, n FROM t) UPDATE t SET a = s.n FROM s WHERE t.id = s.id | t id
      UPDATE t SET a = s.n FROM (SELECT id, n FROM "U") s WHERE t.id = s.id | U id
      """)
  void aJoinTellsWhatItJoinsAndBy(String sql, String joined) {
    assertThat(RowFilter.of(Expression.of(sql)).joined())
        .map(j -> j.relation() + " " + String.join(" ", new TreeSet<>(j.columns()))).contains(joined);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      DELETE FROM t WHERE a = NULL | a = NULL
      UPDATE t SET a = NULL WHERE b <> NULL | b <> NULL
      UPDATE t SET a = 1 WHERE id IN (SELECT id FROM u WHERE u.x != NULL) | u.x <> NULL
      SELECT a FROM t JOIN u ON t.a = NULL | t.a = NULL
      INSERT INTO t SELECT * FROM u WHERE NULL = c | c = NULL
      SELECT a FROM t GROUP BY a HAVING max(b) = NULL | max(b) = NULL
      """)
  void aComparisonWithNullIsFound(String sql, String found) {
    assertThat(NullComparison.in(Expression.of(sql)))
        .extracting(c -> c.operand() + (c.equal() ? " = NULL" : " <> NULL")).containsExactly(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UPDATE t SET a = NULL WHERE id = 1", "DELETE FROM t WHERE a IS NULL",
      "SELECT a = NULL FROM t", "UPDATE t SET a = NULL WHERE b IN (SELECT c = NULL FROM u)",
      "DELETE FROM t WHERE a IS DISTINCT FROM NULL"})
  void noneStandsElsewhere(String sql) {
    assertThat(NullComparison.in(Expression.of(sql))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      INSERT INTO t VALUES (1), (2), (3) | 3
      INSERT INTO t (a, b) VALUES (1, (2)), (f(3), 4) ON CONFLICT (a) DO UPDATE SET b = (5) | 2
      INSERT INTO t SELECT (1) FROM u | 0
      INSERT INTO "values" SELECT (1), (2) | 0
      """)
  void rowsAreCounted(String sql, int rows) {
    assertThat(ValueRows.count(Expression.of(sql))).isEqualTo(rows);
  }
}
