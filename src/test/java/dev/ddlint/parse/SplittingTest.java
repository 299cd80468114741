package dev.ddlint.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.ir.CreateFunction;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.ir.Drop;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.parse.Script.Kind;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where one statement ends and the next begins. */
class SplittingTest {

  @Test
  void dataOfCopyIsNoSql() {
    String sql = "COPY t (a, b) FROM stdin;\n1\tit's; \"open\n2\t/* $$\n\\.\nDROP TABLE t;";
    assertThat(Sql.texts(sql)).containsExactly("COPY t (a, b) FROM stdin", "DROP TABLE t");
    assertThat(Sql.script(sql).trivia()).singleElement().satisfies(data -> {
      assertThat(data.kind()).isEqualTo(Kind.COPY_DATA);
      assertThat(data.span().of(sql)).startsWith("1\tit's").endsWith("\\.");
    });
  }

  @Test
  void copyThatReadsNoInputHasNoData() {
    assertThat(Sql.texts("COPY t FROM '/tmp/x';\nSELECT 1;\nCOPY (SELECT a FROM stdin) TO stdout;\nSELECT 2"))
        .hasSize(4);
    assertThat(Sql.one(DataStatement.class, "COPY (SELECT 1) TO stdout").kind())
        .isEqualTo(DataStatement.Kind.COPY_OUT);
  }

  @Test
  void psqlCommandsEndWithTheirLine() {
    String sql = "\\restrict x;y'z\n\\connect \"db\nDROP TABLE t;\n\\unrestrict x";
    assertThat(Sql.texts(sql)).containsExactly("DROP TABLE t");
    assertThat(Sql.script(sql).trivia()).extracting(Script.Trivia::kind).containsOnly(Kind.PSQL_COMMAND).hasSize(3);
  }

  @Test
  void psqlSendsAStatementWithoutSemicolon() {
    assertThat(Sql.texts("SELECT 'DROP TABLE x' \\gexec\nSELECT 2 \\gset\nDROP TABLE t"))
        .containsExactly("SELECT 'DROP TABLE x'", "SELECT 2", "DROP TABLE t");
  }

  @Test
  void drizzleSeparatesByABreakpoint() {
    assertThat(Sql.texts("CREATE TABLE a (id int)\n--> statement-breakpoint\nDROP TABLE b;--> statement-breakpoint\n"))
        .containsExactly("CREATE TABLE a (id int)", "DROP TABLE b");
  }

  @Test
  void aBreakpointEndsEvenABrokenStatement() {
    List<Statement> statements = Sql.all("CREATE TABLE a (id int;\n--> statement-breakpoint\nDROP TABLE b;");
    assertThat(statements).hasSize(2);
    assertThat(statements.get(0)).isInstanceOf(Unrecognized.class);
    assertThat(statements.get(1)).isInstanceOf(Drop.class);
  }

  @Test
  void atomicBodiesHoldSemicolons() {
    String body = "BEGIN ATOMIC INSERT INTO t VALUES (CASE WHEN a THEN 1 END); DELETE FROM t; END";
    List<Statement> statements = Sql.all(
        "CREATE PROCEDURE p(a bool) LANGUAGE sql " + body + "; DROP TABLE t");
    assertThat(statements).hasSize(2);
    CreateFunction function = (CreateFunction) statements.get(0);
    assertThat(function.sqlBody()).isTrue();
    assertThat(function.body().orElseThrow().text()).isEqualTo(body);
  }

  @Test
  void blockCommentsNest() {
    assertThat(Sql.texts("DROP /* a /* b; */ c; */ TABLE t; /* ' */ SELECT 1 -- ; ' \n;"))
        .containsExactly("DROP /* a /* b; */ c; */ TABLE t", "SELECT 1");
  }

  @Test
  void dollarQuotesHaveTags() {
    assertThat(Sql.texts("SELECT $a$ ; $$ ; $b$ $a$; SELECT $$;$$; SELECT a$b$ ; SELECT 1"))
        .containsExactly("SELECT $a$ ; $$ ; $b$ $a$", "SELECT $$;$$", "SELECT a$b$", "SELECT 1");
  }

  @Test
  void quotesHideSemicolons() {
    assertThat(Sql.texts("SELECT 'a;''b', E'a\\';b', \"a;\"\"b\", U&'\\0041;', B'01', X'1F'; SELECT 2")).hasSize(2);
    assertThat(Sql.texts("SELECT 'a\\'; SELECT 2")).as("a backslash is plain in a standard string").hasSize(2);
  }

  @Test
  void parenthesesHoldSemicolons() {
    assertThat(Sql.texts("CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM a; DELETE FROM b); SELECT 1"))
        .hasSize(2);
  }

  @Test
  void anUnclosedParenthesisCostsOneStatement() {
    List<Statement> statements = Sql.all("CREATE TABLE t (id int; DROP TABLE a; DROP TABLE b");
    assertThat(statements).extracting(s -> (Object) s.getClass())
        .containsExactly(Unrecognized.class, Drop.class, Drop.class);
    assertThat(((Unrecognized) statements.get(0)).reason()).isEqualTo("the `(` here is never closed");
  }

  @Test
  void offsetsAreUtf16() {
    String sql = "\uFEFF-- \uD83D\uDE00 na\u00EFve\r\nCREATE TABLE \"\uD83D\uDE00\" (a int);\r\nDROP TABLE b;\r\n";
    SourceFile file = new SourceFile("x.sql", sql);
    Statement drop = new ScriptReader().read(file).statements().get(1);
    assertThat(drop.span()).isEqualTo(new Span(sql.indexOf("DROP"), sql.lastIndexOf(';')));
    assertThat(file.position(drop.span().start())).hasToString("3:1");
    assertThat(((CreateTable) Sql.all(sql).get(0)).name().name()).isEqualTo("\uD83D\uDE00");
  }

  @Test
  void whatIsNoSqlIsNamed() {
    Unrecognized garbage = Sql.one(Unrecognized.class, "  hello world  ;");
    assertThat(garbage.reason()).isEqualTo("`hello` was not expected here");
    assertThat(garbage.span()).isEqualTo(new Span(2, 13));
    assertThat(Sql.one(Unrecognized.class, "DROP TABLE").reason()).startsWith("the statement ends too early");
    assertThat(Sql.one(Unrecognized.class, "UPDATE `t` SET a = 1").at()).isEqualTo(new Span(7, 8));
    assertThat(Sql.one(Unrecognized.class, "ALTER TABLE t ADD a int DEFAULT 1 ALTER TABLE t DROP b").at())
        .isEqualTo(new Span(40, 45));
  }
}
