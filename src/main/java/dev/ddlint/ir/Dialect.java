package dev.ddlint.ir;

/** The database product whose language a file is written in. */
public enum Dialect {
  POSTGRESQL("PostgreSQL"), MYSQL("MySQL"), SQLITE("SQLite"), H2("H2"), CLICKHOUSE("ClickHouse"),
  SQLSERVER("SQL Server"), OTHER("another database");

  private final String title;

  Dialect(String title) {
    this.title = title;
  }

  /** The product's name as its makers write it. */
  public String title() {
    return title;
  }

  /** Whether ddlint judges statements of this dialect; the others are recognised and named only. */
  public boolean isJudged() {
    return this == POSTGRESQL;
  }
}
