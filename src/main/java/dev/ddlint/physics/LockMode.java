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

  /** Whether two sessions cannot hold these modes on one table at a time (table 13.2). */
  public boolean conflictsWith(LockMode other) {
    return switch (this) {
      case ACCESS_SHARE -> other == ACCESS_EXCLUSIVE;
      case ROW_SHARE -> other.compareTo(EXCLUSIVE) >= 0;
      case ROW_EXCLUSIVE -> other.compareTo(SHARE) >= 0;
      case SHARE_UPDATE_EXCLUSIVE -> other.compareTo(SHARE_UPDATE_EXCLUSIVE) >= 0;
      case SHARE -> other.compareTo(ROW_EXCLUSIVE) >= 0 && other != SHARE;
      case SHARE_ROW_EXCLUSIVE -> other.compareTo(ROW_EXCLUSIVE) >= 0;
      case EXCLUSIVE -> other != ACCESS_SHARE;
      case ACCESS_EXCLUSIVE -> true;
    };
  }

  /** Whether SELECT waits. */
  public boolean blocksReads() {
    return conflictsWith(ACCESS_SHARE);
  }

  /** Whether INSERT, UPDATE and DELETE wait. */
  public boolean blocksWrites() {
    return conflictsWith(ROW_EXCLUSIVE);
  }

  /** Whether ALTER TABLE and DROP TABLE wait: each lock makes those wait. */
  public boolean blocksDdl() {
    return conflictsWith(ACCESS_EXCLUSIVE);
  }

  /** Whether VACUUM, ANALYZE and concurrent index builds wait. */
  public boolean blocksMaintenance() {
    return conflictsWith(SHARE_UPDATE_EXCLUSIVE);
  }

  public LockMode strongest(LockMode other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
