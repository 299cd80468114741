package dev.ddlint.physics;

/** PostgreSQL's table-level lock modes, weakest first (manual, section 13.3.1). */
public enum LockMode {
  ACCESS_SHARE("ACCESS SHARE"), ROW_SHARE("ROW SHARE"), ROW_EXCLUSIVE("ROW EXCLUSIVE"),
  SHARE_UPDATE_EXCLUSIVE("SHARE UPDATE EXCLUSIVE"), SHARE("SHARE"), SHARE_ROW_EXCLUSIVE("SHARE ROW EXCLUSIVE"),
  EXCLUSIVE("EXCLUSIVE"), ACCESS_EXCLUSIVE("ACCESS EXCLUSIVE");

  private final String sql;

  LockMode(String sql) {
    this.sql = sql;
  }

  /** As the manual writes it. */
  public String sql() {
    return sql;
  }

  /** Whether SELECT waits (table 13.2). */
  public boolean blocksReads() {
    return this == ACCESS_EXCLUSIVE;
  }

  /** Whether INSERT, UPDATE and DELETE wait (table 13.2). */
  public boolean blocksWrites() {
    return compareTo(SHARE) >= 0;
  }

  public LockMode strongest(LockMode other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
