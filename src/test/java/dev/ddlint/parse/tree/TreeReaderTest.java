package dev.ddlint.parse.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.ir.Expression;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.text.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trees of expressions and data statements, as the policies and migrations of real projects write them. */
class TreeReaderTest {

  private static String show(String sql) {
    return TreeReader.expression(Expression.of(sql)).map(TreeReaderTest::show).orElse("unknown");
  }

  private static String show(Tree tree) {
    return switch (tree) {
      case Tree.Column c -> c.qualifier().map(q -> q + ".").orElse("") + c.name();
      case Tree.Literal l -> "'" + l.value() + "'";
      case Tree.Truth t -> t.value() ? "TRUE" : "FALSE";
      case Tree.Null n -> "NULL";
      case Tree.Call c -> c.name() + list(c.arguments());
      case Tree.Path p -> show(p.of()) + p.keys();
      case Tree.Select s -> "(" + show(s.query()) + ")";
      case Tree.Compare c -> show(c.left()) + " " + c.operator() + " " + show(c.right());
      case Tree.In i -> show(i.left()) + (i.not() ? " NOT" : "") + " IN " + show(i.right());
      case Tree.Exists e -> (e.not() ? "NOT " : "") + "EXISTS (" + show(e.query()) + ")";
      case Tree.IsNull n -> show(n.of()) + (n.not() ? " NOT NULL" : " NULL");
      case Tree.Is i -> show(i.of()) + " IS" + (i.not() ? " NOT " : " ") + i.value();
      case Tree.And a -> "AND" + list(a.parts());
      case Tree.Or o -> "OR" + list(o.parts());
      case Tree.Not n -> "NOT " + show(n.of());
      case Tree.Values v -> list(v.values());
      case Tree.Case c -> "CASE" + list(c.parts());
      case Tree.Other o -> "?" + list(o.parts());
    };
  }

  private static String list(List<Tree> trees) {
    return "(" + String.join(", ", trees.stream().map(TreeReaderTest::show).toList()) + ")";
  }

  private static String show(Query query) {
    String first = "SELECT " + list(query.outputs()) + " FROM " + sources(query.sources()) + " WHERE "
        + list(query.conditions());
    return first + String.join("", query.unions().stream().map(u -> " UNION " + show(u)).toList());
  }

  private static String sources(List<Query.Source> sources) {
    return String.join(", ", sources.stream().map(s -> s.schema().map(n -> n + ".").orElse("") + s.name() + " "
        + s.alias() + s.derived().map(d -> " := " + show(d)).orElse("")).toList());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"tenant_id = auth.uid() | tenant_id EQUAL auth.uid()",
      "(\"teamId\")::text = (current_setting('app.x'::text, true)) | teamId EQUAL current_setting('app.x', TRUE)",
      "true | TRUE", "(1=1) | '1' EQUAL '1'", "a or b or (c and d) | OR(a, b, AND(c, d))",
      "not (a is null) | NOT a NULL", "auth.uid() is not null | auth.uid() NOT NULL",
      "x in (1, 'a') | x IN ('1', 'a')", "x = any(array[1,2]) | x IN ('1', '2')",
      "x = any (select y from m) | x IN (SELECT (y) FROM m m WHERE ())",
      "x not in (select m.y from s.m where m.u = (select auth.uid())) | x NOT IN (SELECT (m.y) FROM s.m m WHERE"
          + " (m.u EQUAL (SELECT (auth.uid()) FROM  WHERE ())))",
      "exists (select 1 from m join n n2 on n2.id = m.n where m.t = tenant_id) | EXISTS (SELECT ('1') FROM m m, n n2"
          + " WHERE (n2.id EQUAL m.n, m.t EQUAL tenant_id))",
      "auth.jwt() -> 'user_metadata' ->> 'team' = team | auth.jwt()[user_metadata, team] EQUAL team",
      "((auth.jwt() -> 'app_metadata')::jsonb ->> 'x')::uuid = t | auth.jwt()[app_metadata, x] EQUAL t",
      "coalesce(current_setting('a', true), '*') = '*' | coalesce(current_setting('a', TRUE), '*') EQUAL '*'",
      "owner = current_user | owner EQUAL current_user()", "a is not distinct from b | a NOT_DISTINCT b",
      "a is not true | a IS NOT true", "case when a then b else c end | CASE(a, b, c)", "a <> 2 | a UNEQUAL '2'",
      "auth.jwt() ->> 'a' is null | auth.jwt()[a] NULL", "a #>> '{b,c}' in ('x') | a[b, c] IN ('x')",
      "x = any(f(y)) | x IN f(y)", "x <> all(y) | ?(x, y)", "a > 1 | a OTHER '1'", "a <@ b | ?(a, b)",
      "broken ( | unknown"})
  void expressions(String sql, String expected) {
    assertThat(show(sql)).isEqualTo(expected);
  }

  private static String data(String sql) {
    var statement = new ScriptReader().read(new SourceFile("a.sql", sql)).statements().get(0);
    Optional<DataTree> tree = TreeReader.data((dev.ddlint.ir.DataStatement) statement);
    return tree.map(t -> sources(List.of(t.target())) + " | " + sources(t.sources()) + " | " + list(t.conditions())
        + " | " + String.join(", ", t.assignments().stream().map(a -> a.column() + " := " + show(a.value())).toList())
        + t.query().map(q -> " <- " + show(q)).orElse("")).orElse("unknown");
  }

  @Test
  void dataStatements() {
    assertThat(data("UPDATE a SET x = b.x, y = 1 FROM b WHERE a.id = b.a_id AND b.x IS NULL"))
        .isEqualTo("a a | b b | (a.id EQUAL b.a_id, b.x NULL) | x := b.x, y := '1'");
    assertThat(data("UPDATE \"A\" AS q SET x = (SELECT 1) WHERE true")).isEqualTo(
        "A q |  | (TRUE) | x := (SELECT ('1') FROM  WHERE ())");
    assertThat(data("DELETE FROM s.a USING b, c WHERE a.id = b.id"))
        .isEqualTo("s.a a | b b, c c | (a.id EQUAL b.id) | ");
    assertThat(data("WITH d AS (SELECT id FROM b) DELETE FROM a USING d WHERE a.id = d.id")).isEqualTo(
        "a a | d d := SELECT (id) FROM b b WHERE () | (a.id EQUAL d.id) | ");
    assertThat(data("INSERT INTO a (x) SELECT b.x FROM b JOIN c USING (t)")).isEqualTo(
        "a a |  | () |  <- SELECT (b.x) FROM b b, c c WHERE (b.t EQUAL c.t)");
    assertThat(data("INSERT INTO a VALUES (1)")).startsWith("a a | ");
    assertThat(data("DELETE FROM a")).isEqualTo("a a |  | () | ");
  }

  @Test
  void functionBodies() {
    assertThat(TreeReader.query(Expression.of("\n SELECT x FROM m WHERE u = auth.uid() UNION SELECT y FROM n;\n"))
        .map(TreeReaderTest::show)).contains(
            "SELECT (x) FROM m m WHERE (u EQUAL auth.uid()) UNION SELECT (y) FROM n n WHERE ()");
    assertThat(TreeReader.query(Expression.of("BEGIN RETURN 1; END"))).isEmpty();
  }
}
