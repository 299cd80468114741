package dev.ddlint.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.DoBlock;
import dev.ddlint.ir.DoBlock.Embedded;
import dev.ddlint.ir.TableAction;
import org.junit.jupiter.api.Test;

/** What is found in DO blocks, and how it is reached. */
class DoBlockTest {

  private static DoBlock block(String body) {
    return Sql.one(DoBlock.class, "DO $do$ " + body + " $do$;");
  }

  /** {@code CONDITION: text}, one a line. */
  private static String found(String body) {
    String sql = "DO $do$ " + body + " $do$;";
    StringBuilder lines = new StringBuilder();
    for (Embedded embedded : Sql.one(DoBlock.class, sql).statements()) {
      lines.append(embedded.condition()).append(": ").append(embedded.statement().span().of(sql)).append('\n');
    }
    return lines.toString();
  }

  @Test
  void branches() {
    assertThat(found("""
        BEGIN
          DROP TABLE a;
          IF x > 0 THEN
            DROP TABLE b;
          ELSIF CASE WHEN y THEN z END THEN
            DROP TABLE c;
          ELSE
            DROP TABLE d;
          END IF;
          DROP TABLE e;
        END""")).isEqualTo("""
        ALWAYS: DROP TABLE a
        CONDITIONAL: DROP TABLE b
        CONDITIONAL: DROP TABLE c
        CONDITIONAL: DROP TABLE d
        ALWAYS: DROP TABLE e
        """);
  }

  @Test
  void loopsAndCases() {
    assertThat(found("""
        <<outer>>
        BEGIN
          FOR r IN SELECT a FROM b LOOP DROP TABLE a; END LOOP;
          WHILE x LOOP DROP TABLE b; EXIT WHEN y; END LOOP;
          FOREACH i IN ARRAY j LOOP DROP TABLE c; END LOOP;
          LOOP DROP TABLE d; EXIT; END LOOP;
          CASE x WHEN 1 THEN DROP TABLE e; ELSE DROP TABLE f; END CASE;
          DROP TABLE g;
        END""")).isEqualTo("""
        CONDITIONAL: DROP TABLE a
        CONDITIONAL: DROP TABLE b
        CONDITIONAL: DROP TABLE c
        CONDITIONAL: DROP TABLE d
        CONDITIONAL: DROP TABLE e
        CONDITIONAL: DROP TABLE f
        ALWAYS: DROP TABLE g
        """);
  }

  @Test
  void exceptionsGuardTheirOwnBlock() {
    assertThat(found("""
        BEGIN
          DROP TABLE a;
          BEGIN
            DROP TABLE b;
            IF x THEN DROP TABLE c; END IF;
          EXCEPTION
            WHEN undefined_table OR others THEN DROP TABLE d;
            WHEN x THEN NULL;
          END;
          DROP TABLE e;
        END""")).isEqualTo("""
        ALWAYS: DROP TABLE a
        GUARDED: DROP TABLE b
        CONDITIONAL: DROP TABLE c
        HANDLER: DROP TABLE d
        ALWAYS: DROP TABLE e
        """);
  }

  @Test
  void declarationsAreNoStatements() {
    assertThat(found("""
        DECLARE
          lock text := 'a;b';
          comment int;
          update CURSOR FOR SELECT 1;
        BEGIN
          lock := 'b';
          DROP TABLE a;
          DECLARE set int; BEGIN DROP TABLE b; END;
        END""")).isEqualTo("ALWAYS: DROP TABLE a\nALWAYS: DROP TABLE b\n");
  }

  @Test
  void otherCommandsArePassedOver() {
    assertThat(found("""
        BEGIN
          PERFORM f(); RAISE NOTICE 'DROP TABLE x;'; SELECT a INTO b FROM c; GET DIAGNOSTICS n = ROW_COUNT;
          ASSERT true; NULL; RETURN;
        END""")).isEmpty();
  }

  @Test
  void constantTextIsOpened() {
    String sql = "DO $$ BEGIN EXECUTE 'ALTER TABLE t ALTER a SET DEFAULT ''x;y'', ADD b text'; END $$";
    DoBlock block = Sql.one(DoBlock.class, sql);
    assertThat(block.dynamic()).isEmpty();
    AlterTable alter = (AlterTable) block.statements().get(0).statement();
    assertThat(((TableAction.SetDefault) alter.actions().get(0)).value().text().strip()).isEqualTo("'x;y'");
    assertThat(alter.actions().get(1).span().of(sql)).isEqualTo("ADD b text");
    assertThat(block("BEGIN EXECUTE $x$ CREATE TABLE t (a int) $x$; END").statements().get(0).statement())
        .isInstanceOf(CreateTable.class);
    assertThat(block("BEGIN EXECUTE 'DELETE FROM t WHERE a = $1' USING x; END").statements()).hasSize(1);
    assertThat(block("BEGIN EXECUTE 'DROP TABLE a; DROP TABLE b'; END").statements()).hasSize(2);
  }

  @Test
  void composedTextStaysUnknown() {
    for (String text : new String[]{"'DROP TABLE ' || x", "format('DROP TABLE %I', x)", "x", "E'DROP TABLE a'",
        "'SELECT '''' || x'"}) {
      DoBlock block = block("BEGIN IF y THEN EXECUTE " + text + "; END IF; END");
      assertThat(block.statements()).as(text).isEmpty();
      assertThat(block.dynamic()).as(text).hasSize(1);
    }
  }

  @Test
  void otherLanguagesAndQuotedBodiesStayUnknown() {
    assertThat(Sql.one(DoBlock.class, "DO LANGUAGE plpython3u $$ DROP TABLE a; $$")).satisfies(block -> {
      assertThat(block.language()).contains("plpython3u");
      assertThat(block.statements()).isEmpty();
      assertThat(block.dynamic()).hasSize(1);
    });
    assertThat(Sql.one(DoBlock.class, "DO 'BEGIN DROP TABLE a; END'").dynamic()).hasSize(1);
    assertThat(Sql.one(DoBlock.class, "DO $$ BEGIN DROP TABLE a; END $$ LANGUAGE plpgsql").statements()).hasSize(1);
  }

  @Test
  void intoNamesAVariable() {
    assertThat(block("BEGIN WITH x AS (SELECT 1 AS a) SELECT a INTO v FROM x; END").statements())
        .allSatisfy(e -> assertThat(((dev.ddlint.ir.DataStatement) e.statement()).into()).isEmpty());
  }
}
