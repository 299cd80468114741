package dev.ddlint.report;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server whose catalog is printed in the lines of {@link SchemaLines}. */
public final class Server implements AutoCloseable {
  private static final String USER_RELATIONS = "n.nspname !~ '^(pg_|information_schema)'";
  private static final String COLUMNS = "(select string_agg(a.attname, ',' order by k.at) from unnest(%s) with ordinality"
      + " k (n, at) join pg_attribute a on a.attrelid = %s and a.attnum = k.n)";
  private static final String INDEX = "c.relname || e'\\t' || i.relname || e'\\t' || case when x.indisunique then 'unique'"
      + " else 'plain' end || e'\\t' || m.amname || e'\\t' || (select string_agg(pg_get_indexdef(x.indexrelid, k, false),"
      + " ' | ' order by k) from generate_series(1, x.indnkeyatts) k) || e'\\t' || coalesce((select"
      + " string_agg(pg_get_indexdef(x.indexrelid, k, false), ' | ' order by k) from generate_series(x.indnkeyatts + 1,"
      + " x.indnatts) k), '-') || e'\\t' || coalesce(pg_get_expr(x.indpred, x.indrelid), '-')";

  /** Each gives the lines of some kinds. */
  private static final List<String> QUERIES = List.of(
      "select case c.relkind when 'v' then 'view' when 'm' then 'materialized-view' when 'S' then 'sequence' else 'table'"
          + " end || e'\\t' || n.nspname || '.' || c.relname || case when c.relkind in ('v', 'm', 'S') then '' when"
          + " c.relkind = 'p' then e'\\tp' when c.relispartition then e'\\tpartition' else e'\\tr' end from pg_class c"
          + " join pg_namespace n on n.oid = c.relnamespace where " + USER_RELATIONS + " and (c.relkind in"
          + " ('r', 'p', 'v', 'm') or c.relkind = 'S' and not exists (select 1 from pg_depend d where d.objid = c.oid and"
          + " d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')))",
      "select 'column' || e'\\t' || n.nspname || '.' || c.relname || '.' || a.attname || e'\\t' ||"
          + " format_type(a.atttypid, a.atttypmod) || e'\\t' || case when a.attnotnull then 'notnull' else 'null' end ||"
          + " e'\\t' || coalesce(pg_get_expr(d.adbin, d.adrelid), '-') || e'\\t' || case when a.attidentity = 'a' then"
          + " 'identity-always' when a.attidentity = 'd' then 'identity-by-default' when a.attgenerated = 's' then"
          + " 'generated-stored' when a.attgenerated = 'v' then 'generated-virtual' else '-' end from pg_attribute a join"
          + " pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace left join pg_attrdef d on"
          + " d.adrelid = c.oid and d.adnum = a.attnum where " + USER_RELATIONS + " and c.relkind in ('r', 'p') and"
          + " a.attnum > 0 and not a.attisdropped",
      "select case o.contype when 'p' then 'primary-key' else 'unique' end || e'\\t' || n.nspname || '.' || c.relname ||"
          + " e'\\t' || " + COLUMNS.formatted("o.conkey", "c.oid") + " || e'\\t' || o.conname from pg_constraint o join"
          + " pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = c.relnamespace where " + USER_RELATIONS
          + " and o.contype in ('p', 'u')",
      "select 'foreign-key' || e'\\t' || n.nspname || '.' || c.relname || e'\\t' || o.conname || e'\\t' || "
          + COLUMNS.formatted("o.conkey", "c.oid") + " || e'\\t' || fn.nspname || '.' || f.relname || e'\\t' || "
          + COLUMNS.formatted("o.confkey", "f.oid") + " || e'\\t' || " + action("o.confdeltype") + " || e'\\t' || "
          + action("o.confupdtype")
          + " || e'\\t' || case when o.convalidated then 'yes' else 'no' end from pg_constraint o"
          + " join pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = c.relnamespace join pg_class f on f.oid"
          + " = o.confrelid join pg_namespace fn on fn.oid = f.relnamespace where " + USER_RELATIONS
          + " and o.contype = 'f' and not exists (select 1 from pg_constraint w where w.oid = o.conparentid and w.conrelid"
          + " = o.conrelid)",
      "select 'check' || e'\\t' || n.nspname || '.' || c.relname || e'\\t' || o.conname || e'\\t' || case when"
          + " o.convalidated then 'yes' else 'no' end || e'\\t' || pg_get_constraintdef(o.oid) from pg_constraint o join"
          + " pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = c.relnamespace where " + USER_RELATIONS
          + " and o.contype = 'c'",
      "select case when exists (select 1 from pg_constraint o where o.conindid = i.oid and o.contype in ('p', 'u', 'x'))"
          + " then 'constraint-index' else 'index' end || e'\\t' || n.nspname || '.' || " + INDEX
          + " from pg_index x join"
          + " pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid ="
          + " c.relnamespace join pg_am m on m.oid = i.relam where " + USER_RELATIONS,
      "select 'enum' || e'\\t' || n.nspname || '.' || t.typname || e'\\t' || string_agg(e.enumlabel, ',' order by"
          + " e.enumsortorder) from pg_type t join pg_enum e on e.enumtypid = t.oid join pg_namespace n on n.oid ="
          + " t.typnamespace group by n.nspname, t.typname",
      "select 'domain' || e'\\t' || n.nspname || '.' || t.typname from pg_type t join pg_namespace n on n.oid ="
          + " t.typnamespace where t.typtype = 'd' and " + USER_RELATIONS,
      "select 'rls' || e'\\t' || n.nspname || '.' || c.relname || e'\\t' || case when c.relrowsecurity then 'yes' else"
          + " 'no' end || e'\\t' || case when c.relforcerowsecurity then 'yes' else 'no' end from pg_class c join"
          + " pg_namespace n on n.oid = c.relnamespace where c.relrowsecurity or c.relforcerowsecurity",
      "select 'policy' || e'\\t' || schemaname || '.' || tablename || e'\\t' || policyname || e'\\t' || cmd || e'\\t' ||"
          + " lower(permissive) || e'\\t' || array_to_string(roles, ',') || e'\\t' || coalesce(qual, '-') || e'\\t' ||"
          + " coalesce(with_check, '-') from pg_policies",
      "select 'exclude' || e'\\t' || n.nspname || '.' || c.relname || e'\\t' || o.conname || e'\\t' ||"
          + " pg_get_constraintdef(o.oid) from pg_constraint o join pg_class c on c.oid = o.conrelid join pg_namespace n"
          + " on n.oid = c.relnamespace where o.contype = 'x'",
      "select 'trigger' || e'\\t' || n.nspname || '.' || c.relname || e'\\t' || g.tgname from pg_trigger g join pg_class c"
          + " on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace where not g.tgisinternal");

  private final EmbeddedPostgres postgres;
  private final Connection session;
  private final Connection reading;
  private final PreparedStatement catalog;

  Server() throws IOException, SQLException {
    postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").setServerConfig("jit", "off")
        .setServerConfig("synchronous_commit", "off").setServerConfig("full_page_writes", "off")
        .setServerConfig("autovacuum", "off").setServerConfig("shared_buffers", "64MB").start();
    session = postgres.getPostgresDatabase().getConnection();
    reading = postgres.getPostgresDatabase().getConnection();
    try (Statement statement = reading.createStatement()) {
      statement.execute("set search_path = ''");
    }
    catalog = reading.prepareStatement(catalogQuery());
  }

  /** A query that gives the lines of the database that it is asked in. */
  public static String catalogQuery() {
    return String.join(" union all ", QUERIES);
  }

  private static String action(String column) {
    return "case " + column
        + " when 'a' then 'NO ACTION' when 'r' then 'RESTRICT' when 'c' then 'CASCADE' when 'n' then"
        + " 'SET NULL' else 'SET DEFAULT' end";
  }

  /** Begins anew with an empty schema. */
  void clear() throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute("drop schema if exists public, other, another cascade; create schema public");
    }
  }

  /** Whether the server took the statement. */
  boolean accepts(String sql) {
    try (Statement statement = session.createStatement()) {
      statement.execute(sql);
      return true;
    } catch (SQLException e) {
      return sql.startsWith("BEGIN") && rolledBack();
    }
  }

  /** No transaction stays open that the statement began. */
  private boolean rolledBack() {
    try (Statement statement = session.createStatement()) {
      statement.execute("ROLLBACK");
      return false;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> lines() throws SQLException {
    List<String> lines = new ArrayList<>();
    try (ResultSet rows = catalog.executeQuery()) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }

  @Override
  public void close() throws SQLException, IOException {
    session.close();
    reading.close();
    postgres.close();
  }
}
