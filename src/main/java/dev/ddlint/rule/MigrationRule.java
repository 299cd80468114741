package dev.ddlint.rule;

/** A rule about a migration as a whole. */
public interface MigrationRule {

  /** Reports what is wrong with the migration, or nothing; called once, when all of it has run. */
  void check(Day day, Findings findings);
}
