package dev.ddlint.finding;

import java.util.Set;

/**
 * The object that a finding is about, for SARIF's logical locations, for baselines and for configuration entries.
 *
 * @param kind {@code table}, {@code column}, {@code index}, {@code constraint}, {@code type}, {@code statement}, {@code migration}
 * @param name with its schema and table, joined by dots: {@code public.users.email}
 */
public record ObjectPath(String kind, String name) {
  private static final String STATEMENT = "statement";
  private static final Set<String> MIGRATION = Set.of("migration", "migration-name", "version", "down-migration");
  private static final int LONGEST = 80;

  /** A statement that makes no object, or none that is known: its first words, whatever its layout. */
  public static ObjectPath statement(String text) {
    String bare = Fingerprint.bare(text);
    int end = bare.length() <= LONGEST
        ? bare.length()
        : LONGEST - (Character.isHighSurrogate(bare.charAt(LONGEST - 1)) ? 1 : 0);
    return new ObjectPath(STATEMENT, bare.substring(0, end));
  }

  /** Whether it is a whole migration, under one aspect or another: no statement of it makes it another one. */
  public boolean isMigration() {
    return MIGRATION.contains(kind);
  }

  boolean isStatement() {
    return kind.equals(STATEMENT);
  }
}
