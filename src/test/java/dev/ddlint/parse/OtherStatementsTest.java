package dev.ddlint.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.ir.Comment;
import dev.ddlint.ir.CreateDomain;
import dev.ddlint.ir.CreateExtension;
import dev.ddlint.ir.CreateFunction;
import dev.ddlint.ir.CreatePolicy;
import dev.ddlint.ir.CreateSchema;
import dev.ddlint.ir.CreateSequence;
import dev.ddlint.ir.CreateTrigger;
import dev.ddlint.ir.CreateType;
import dev.ddlint.ir.CreateView;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.ir.Drop;
import dev.ddlint.ir.LockTable;
import dev.ddlint.ir.Maintenance;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.OtherStatement;
import dev.ddlint.ir.Privileges;
import dev.ddlint.ir.SetVariable;
import dev.ddlint.ir.Transaction;
import dev.ddlint.ir.Truncate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything but tables, indexes and DO. */
class OtherStatementsTest {

  @Test
  void schemasHoldStatements() {
    CreateSchema schema = Sql.one(CreateSchema.class, "CREATE SCHEMA IF NOT EXISTS s AUTHORIZATION me"
        + " CREATE TABLE t (a int, b int) CREATE INDEX i ON t (a) GRANT SELECT ON t TO you WITH GRANT OPTION");
    assertThat(schema.name().orElseThrow().name()).isEqualTo("s");
    assertThat(schema.owner()).contains("me");
    assertThat(schema.elements()).extracting(StatementSignature::tag)
        .containsExactly("CreateStmt", "IndexStmt", "GrantStmt");
    assertThat(Sql.one(CreateSchema.class, "CREATE SCHEMA AUTHORIZATION me").name()).isEmpty();
  }

  @Test
  void droppedFunctionsHaveSignatures() {
    Drop drop = Sql.one(Drop.class,
        "DROP FUNCTION IF EXISTS s.f(IN a integer, VARIADIC text[]), g, h(), k(s.t%TYPE) CASCADE");
    assertThat(drop.targets()).extracting(t -> t.signature().map(s -> s.stream().map(Signature::type).toList())
        .map(Object::toString).orElse("none")).containsExactly("[int4, text[]]", "none", "[]", "[s.t%TYPE]");
    assertThat(drop.cascade()).isTrue();
    assertThat(Sql.one(Drop.class, "DROP AGGREGATE a(*)").kind()).isEqualTo(ObjectKind.AGGREGATE);
  }

  @Test
  void drops() {
    assertThat(Sql.one(Drop.class, "DROP INDEX CONCURRENTLY IF EXISTS a, s.b").targets()).hasSize(2);
    assertThat(Sql.one(Drop.class, "DROP INDEX CONCURRENTLY a").concurrently()).isTrue();
    Drop trigger = Sql.one(Drop.class, "DROP TRIGGER x ON s.t CASCADE");
    assertThat(trigger.targets().get(0).table().orElseThrow()).hasToString("s.t");
    assertThat(Sql.one(Drop.class, "DROP MATERIALIZED VIEW v").kind()).isEqualTo(ObjectKind.MATERIALIZED_VIEW);
    assertThat(Sql.one(Drop.class, "DROP POLICY IF EXISTS \"a b\" ON t").kind()).isEqualTo(ObjectKind.POLICY);
  }

  @Test
  void privileges() {
    Privileges grant = Sql.one(Privileges.class,
        "GRANT SELECT (a, \"B\"), UPDATE ON TABLE s.t, u TO PUBLIC, \"Me\" WITH GRANT OPTION");
    assertThat(grant.privileges()).containsExactly("SELECT (a, \"B\")", "UPDATE");
    assertThat(grant.grantees()).containsExactly("public", "Me");
    assertThat(grant.grantOption()).isTrue();
    Privileges revoke = Sql.one(Privileges.class, "REVOKE GRANT OPTION FOR ALL PRIVILEGES ON SCHEMA s FROM r CASCADE");
    assertThat(revoke.grant()).isFalse();
    assertThat(revoke.grantOption()).isTrue();
    assertThat(revoke.cascade()).isTrue();
    assertThat(Sql.one(Privileges.class, "GRANT a, b TO c WITH ADMIN OPTION").scope())
        .isEqualTo(Privileges.Scope.ROLE_MEMBERSHIP);
    Privileges all = Sql.one(Privileges.class, "GRANT USAGE ON ALL SEQUENCES IN SCHEMA s TO r");
    assertThat(all.scope()).isEqualTo(Privileges.Scope.ALL_IN_SCHEMA);
    assertThat(all.kind()).isEqualTo(ObjectKind.SEQUENCE);
  }

  @Test
  void defaultPrivileges() {
    Privileges defaults = Sql.one(Privileges.class, "ALTER DEFAULT PRIVILEGES FOR ROLE a IN SCHEMA s"
        + " GRANT SELECT, INSERT ON TABLES TO b WITH GRANT OPTION");
    assertThat(defaults.scope()).isEqualTo(Privileges.Scope.DEFAULTS);
    assertThat(defaults.kind()).isEqualTo(ObjectKind.TABLE);
    assertThat(defaults.inSchema().orElseThrow().name()).isEqualTo("s");
    assertThat(defaults.grantees()).containsExactly("b");
    assertThat(defaults.grantOption()).isTrue();
    assertThat(Sql.one(Privileges.class, "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC").grant())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"TABLE s.t IS 'x' | TABLE | s.t", "COLUMN s.t.c IS 'x' | COLUMN | s.t.c",
      "CONSTRAINT c ON s.t IS 'x' | CONSTRAINT | c ON s.t",
      "CONSTRAINT c ON DOMAIN d IS 'x' | CONSTRAINT | c ON DOMAIN d",
      "MATERIALIZED VIEW v IS 'x' | MATERIALIZED_VIEW | v", "FUNCTION f(int, text) IS 'x' | FUNCTION | f(int, text)",
      "POLICY p ON t IS 'x' | POLICY | p ON t", "EXTENSION e IS 'x' | EXTENSION | e", "INDEX i IS E'x' | INDEX | i",
      "TYPE t IS 'this is' | TYPE | t", "DATABASE d IS 'x' | DATABASE | d",
      "EVENT TRIGGER e IS 'x' | EVENT_TRIGGER | e"})
  void comments(String rest, ObjectKind kind, String target) {
    Comment comment = Sql.one(Comment.class, "COMMENT ON " + rest);
    assertThat(comment.kind()).isEqualTo(kind);
    assertThat(comment.target()).isEqualTo(target);
    assertThat(comment.empty()).isFalse();
  }

  @Test
  void commentsAreRemovedByNull() {
    assertThat(Sql.one(Comment.class, "COMMENT ON TABLE t IS NULL").empty()).isTrue();
    assertThat(Sql.one(Comment.class, "COMMENT ON TABLE t IS ''").empty()).isTrue();
  }

  @Test
  void functions() {
    CreateFunction function = Sql.one(CreateFunction.class, """
        CREATE OR REPLACE FUNCTION s.f(a int DEFAULT 1, INOUT "B" text = 'x', VARIADIC c int[])
        RETURNS SETOF record LANGUAGE 'plpgsql' STABLE SECURITY DEFINER SET search_path = s, pg_temp
        AS $f$ BEGIN NULL; END $f$""");
    assertThat(function.arguments()).extracting(CreateFunction.Argument::mode).containsExactly("IN", "INOUT",
        "VARIADIC");
    assertThat(function.arguments().get(0).defaultValue().orElseThrow().text()).isEqualTo("1");
    assertThat(function.returns().orElseThrow().setOf()).isTrue();
    assertThat(function.language()).contains("plpgsql");
    assertThat(function.volatility()).contains("STABLE");
    assertThat(function.securityDefiner()).isTrue();
    assertThat(function.settings().get(0).values()).containsExactly("s", "pg_temp");
    assertThat(function.body().orElseThrow().text()).isEqualTo(" BEGIN NULL; END ");
    CreateFunction table = Sql.one(CreateFunction.class,
        "CREATE FUNCTION f() RETURNS TABLE (a int, b text) RETURN (SELECT 1)");
    assertThat(table.arguments()).extracting(CreateFunction.Argument::mode).containsExactly("TABLE", "TABLE");
  }

  @Test
  void policiesAndTriggers() {
    CreatePolicy policy = Sql.one(CreatePolicy.class,
        "CREATE POLICY \"p 1\" ON s.t AS RESTRICTIVE FOR UPDATE TO a, PUBLIC USING (x = f()) WITH CHECK (true)");
    assertThat(policy.permissive()).isFalse();
    assertThat(policy.command()).isEqualTo("UPDATE");
    assertThat(policy.roles()).containsExactly("a", "public");
    assertThat(policy.using().orElseThrow().functions()).containsExactly("f");
    assertThat(policy.withCheck().orElseThrow().text()).isEqualTo("true");
    CreateTrigger trigger = Sql.one(CreateTrigger.class,
        "CREATE CONSTRAINT TRIGGER x AFTER INSERT OR UPDATE OF a, b ON t DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f()");
    assertThat(trigger.constraint()).isTrue();
    assertThat(trigger.timing()).isEqualTo("AFTER");
    assertThat(trigger.definition().text()).isEqualTo("DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f()");
  }

  @Test
  void viewsTypesAndSequences() {
    CreateView view = Sql.one(CreateView.class,
        "CREATE OR REPLACE VIEW v (a) WITH (security_invoker = true) AS SELECT 1 WITH LOCAL CHECK OPTION");
    assertThat(view.query().text()).isEqualTo("SELECT 1");
    assertThat(view.checkOption()).contains("LOCAL");
    assertThat(Sql.one(CreateType.class, "CREATE TYPE c AS (a int, b text COLLATE \"C\")").attributes()).hasSize(2);
    assertThat(Sql.one(CreateType.class, "CREATE TYPE r AS RANGE (subtype = float8)").form())
        .isEqualTo(CreateType.Form.RANGE);
    assertThat(Sql.one(CreateType.class, "CREATE TYPE t").form()).isEqualTo(CreateType.Form.SHELL);
    assertThat(
        Sql.one(CreateDomain.class, "CREATE DOMAIN d AS text DEFAULT 'x' CONSTRAINT c CHECK (VALUE <> '') NOT NULL")
            .constraints())
        .hasSize(3);
    assertThat(
        Sql.one(CreateSequence.class, "CREATE SEQUENCE s AS int START 1 MAXVALUE 5 CYCLE OWNED BY t.a").options())
        .hasSize(5);
    assertThat(
        Sql.one(CreateExtension.class, "CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\" WITH SCHEMA ext VERSION '1'")
            .schema().orElseThrow().name())
        .isEqualTo("ext");
  }

  @Test
  void data() {
    assertThat(Sql.one(DataStatement.class,
        "WITH x AS (DELETE FROM a RETURNING *) INSERT INTO s.b (c, \"D\") SELECT * FROM x"))
        .satisfies(insert -> {
          assertThat(insert.target().orElseThrow()).hasToString("s.b");
          assertThat(insert.columns()).extracting(Object::toString).containsExactly("c", "D");
        });
    assertThat(
        Sql.one(DataStatement.class, "UPDATE ONLY t AS u SET a = (SELECT b FROM c WHERE d), (e, f) = (1, 2) FROM g"))
        .satisfies(update -> {
          assertThat(update.columns()).extracting(Object::toString).containsExactly("a", "e", "f");
          assertThat(update.filtered()).isFalse();
        });
    assertThat(Sql.one(DataStatement.class, "DELETE FROM t WHERE a").filtered()).isTrue();
    assertThat(Sql.one(DataStatement.class, "SELECT a INTO TEMP TABLE n FROM t").into().orElseThrow().name())
        .isEqualTo("n");
    assertThat(Sql.one(DataStatement.class, "MERGE INTO t USING s ON true WHEN MATCHED THEN DELETE").kind())
        .isEqualTo(DataStatement.Kind.MERGE);
  }

  @Test
  void settings() {
    assertThat(Sql.one(SetVariable.class, "SET LOCAL lock_timeout = '2s'")).satisfies(set -> {
      assertThat(set.name()).isEqualTo("lock_timeout");
      assertThat(set.local()).isTrue();
      assertThat(set.values()).containsExactly("2s");
    });
    assertThat(Sql.one(SetVariable.class, "SET SESSION search_path TO a, \"B\"").values()).containsExactly("a", "B");
    assertThat(Sql.one(SetVariable.class, "SET TIME ZONE 'UTC'").name()).isEqualTo("timezone");
    assertThat(Sql.one(SetVariable.class, "SET lock_timeout TO DEFAULT").values()).isEmpty();
    assertThat(Sql.one(SetVariable.class, "RESET ALL").reset()).isTrue();
  }

  @Test
  void transactions() {
    assertThat(Sql.all("BEGIN; START TRANSACTION; COMMIT AND CHAIN; END; ABORT; SAVEPOINT a; RELEASE a; ROLLBACK TO a;"
        + " PREPARE TRANSACTION 'x'; COMMIT PREPARED 'x'; ROLLBACK PREPARED 'x'"))
        .extracting(s -> ((Transaction) s).kind().name()).containsExactly("BEGIN", "START", "COMMIT", "COMMIT",
            "ROLLBACK", "SAVEPOINT", "RELEASE", "ROLLBACK_TO", "PREPARE", "COMMIT_PREPARED", "ROLLBACK_PREPARED");
  }

  @Test
  void maintenance() {
    assertThat(Sql.one(Maintenance.class, "VACUUM (FULL, ANALYZE) a, s.b (c)")).satisfies(vacuum -> {
      assertThat(vacuum.full()).isTrue();
      assertThat(vacuum.objects()).hasSize(2);
    });
    assertThat(Sql.one(Maintenance.class, "VACUUM (FULL false) a").full()).isFalse();
    assertThat(Sql.one(Maintenance.class, "REINDEX (CONCURRENTLY) TABLE t").concurrently()).isTrue();
    assertThat(Sql.one(Maintenance.class, "REINDEX INDEX CONCURRENTLY i").target()).isEqualTo(ObjectKind.INDEX);
    assertThat(Sql.one(Maintenance.class, "CLUSTER t USING i").using().orElseThrow().name()).isEqualTo("i");
    assertThat(Sql.one(LockTable.class, "LOCK TABLE ONLY a, b IN ROW EXCLUSIVE MODE NOWAIT").mode())
        .isEqualTo("ROW EXCLUSIVE");
    assertThat(Sql.one(Truncate.class, "TRUNCATE a, ONLY b RESTART IDENTITY CASCADE").tables()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALTER SYSTEM SET a = 1", "CREATE ROLE r LOGIN", "ALTER ROLE r SET search_path = s",
      "CREATE USER MAPPING FOR u SERVER s", "CREATE PUBLICATION p FOR ALL TABLES",
      "CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f()",
      "EXPLAIN ANALYZE SELECT 1", "CALL p(1)", "CREATE STATISTICS s ON a, b FROM t", "LISTEN x",
      "CREATE CAST (a AS b) WITH FUNCTION f(a)",
      "ALTER TABLE ALL IN TABLESPACE a SET TABLESPACE b", "CREATE OPERATOR + (LEFTARG = a)", "REASSIGN OWNED BY a TO b",
      "CREATE TEXT SEARCH CONFIGURATION c (COPY = simple)", "DISCARD ALL", "SHOW all", "DROP OWNED BY a",
      "ALTER DATABASE d SET timezone TO 'UTC'", "CREATE AGGREGATE a (int) (sfunc = f, stype = int)"})
  void knownButNotFollowed(String sql) {
    assertThat(Sql.all(sql)).singleElement().isInstanceOf(OtherStatement.class);
  }
}
