package dev.ddlint.report;

/** The part of random DDL that makes, changes and drops what stands around tables. */
final class RandomObjects {
  private final RandomDdl ddl;

  RandomObjects(RandomDdl ddl) {
    this.ddl = ddl;
  }

  String next() {
    return switch (ddl.number(8)) {
      case 0 -> type();
      case 1 -> domain();
      case 2 -> view();
      case 3 -> function();
      case 4 -> policy();
      case 5 -> sequence();
      case 6 -> schema();
      default -> trigger();
    };
  }

  private String type() {
    return ddl.one("CREATE TYPE e AS ENUM ('k', 'l')", "ALTER TYPE e ADD VALUE " + ddl.one("", "IF NOT EXISTS ") + "'m'"
        + ddl.one("", " BEFORE 'l'", " AFTER 'k'"), "ALTER TYPE e RENAME TO f", "ALTER TYPE f RENAME TO e",
        "ALTER TYPE e RENAME VALUE 'm' TO 'k2'", "DROP TYPE e" + ddl.cascade(), "ALTER TYPE e SET SCHEMA other",
        "CREATE TYPE other.e AS ENUM ('o')", "CREATE TYPE e AS ENUM ('k', 'l')");
  }

  private String domain() {
    return ddl.one("CREATE DOMAIN d AS int" + ddl.one("", " DEFAULT 1", " NOT NULL", " CHECK (VALUE > 0)"),
        "CREATE DOMAIN d AS int", "ALTER DOMAIN d ADD CHECK (VALUE > 1)", "ALTER DOMAIN d SET DEFAULT 2",
        "ALTER DOMAIN d DROP CONSTRAINT d_check", "ALTER DOMAIN d RENAME TO d2", "ALTER DOMAIN d2 RENAME TO d",
        "DROP DOMAIN d" + ddl.cascade(), "ALTER DOMAIN d " + ddl.one("SET", "DROP") + " NOT NULL",
        "ALTER DOMAIN d SET SCHEMA other");
  }

  private String view() {
    String view = ddl.one("v0", "v1", "m0");
    return ddl.one(
        "CREATE " + ddl.one("", "OR REPLACE ") + "VIEW v" + ddl.number(2) + " AS SELECT " + ddl.column() + " FROM "
            + ddl.table(),
        "CREATE VIEW v1 AS SELECT * FROM v0", "CREATE MATERIALIZED VIEW m0 AS SELECT id FROM " + ddl.table(),
        "CREATE INDEX ON m0 (id)", "DROP VIEW v" + ddl.number(2) + ddl.cascade(),
        "DROP MATERIALIZED VIEW IF EXISTS m0", "ALTER VIEW " + view + " RENAME TO v" + ddl.number(2),
        "ALTER VIEW " + view + " SET SCHEMA other");
  }

  private String function() {
    return ddl.one("CREATE " + ddl.one("", "OR REPLACE ")
        + "FUNCTION f(i int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1'",
        "CREATE FUNCTION f(i int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1'",
        "DROP FUNCTION f" + ddl.one("", "(int)") + ddl.cascade(),
        "CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "DROP FUNCTION tf()" + ddl.cascade(), "ALTER FUNCTION tf() RENAME TO tf2",
        "DROP FUNCTION tf2()" + ddl.cascade());
  }

  private String policy() {
    String name = "r" + ddl.number(2);
    String on = name + " ON " + ddl.table();
    return ddl.one("CREATE POLICY " + on + ddl.one("", " FOR SELECT", " AS RESTRICTIVE FOR UPDATE")
        + " USING (" + ddl.one("id > 0", "true", "n = 1") + ")",
        "CREATE POLICY " + on + " FOR INSERT WITH CHECK (true)",
        "DROP POLICY " + on, "ALTER POLICY " + on + " RENAME TO r" + ddl.number(2), "ALTER POLICY " + on
            + " USING (false)");
  }

  private String sequence() {
    String name = ddl.one("s", "s", "other.s", ddl.one("a", "b", "q") + "_id_seq");
    return ddl.one("CREATE SEQUENCE " + name, "CREATE SEQUENCE s OWNED BY " + ddl.table() + "." + ddl.column(),
        "ALTER SEQUENCE " + name + " OWNED BY " + ddl.one("NONE", ddl.table() + "." + ddl.column()),
        "ALTER SEQUENCE " + name + " RENAME TO s2", "ALTER SEQUENCE " + name + " SET SCHEMA other",
        "DROP SEQUENCE " + name + ddl.cascade(),
        "ALTER TABLE " + ddl.table() + " ALTER COLUMN n SET DEFAULT nextval('" + name + "')");
  }

  private String schema() {
    return ddl.one("CREATE SCHEMA IF NOT EXISTS other", "CREATE SCHEMA other", "CREATE SCHEMA other",
        "DROP SCHEMA other" + ddl.cascade(), "ALTER SCHEMA other RENAME TO another",
        "ALTER SCHEMA another RENAME TO other", "CREATE SCHEMA other CREATE TABLE a (id int)",
        "DROP SCHEMA IF EXISTS another CASCADE");
  }

  private String trigger() {
    String name = "g" + ddl.number(2);
    String t = ddl.table();
    return ddl.one("CREATE " + ddl.one("", "", "OR REPLACE ") + "TRIGGER " + name + ddl.one(" BEFORE", " AFTER")
        + " INSERT ON " + t + ddl.one(" FOR EACH ROW", "") + " EXECUTE FUNCTION "
        + ddl.one("suppress_redundant_updates_trigger()", "tf()", "tf()"),
        "DROP TRIGGER " + name + " ON " + t, "ALTER TRIGGER " + name + " ON " + t + " RENAME TO g" + ddl.number(2));
  }
}
