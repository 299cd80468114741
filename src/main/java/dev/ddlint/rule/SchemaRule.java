package dev.ddlint.rule;

/** A rule about the schema at the end of a history, or of a Prisma schema. */
public interface SchemaRule {

  /** Reports what is wrong with the schema; each finding stands where the object was made. */
  void check(Schema schema, Findings findings);

  /** Whether it compares a Prisma schema with the migrations beside it, so that its findings may stand in these. */
  default boolean compares() {
    return false;
  }
}
