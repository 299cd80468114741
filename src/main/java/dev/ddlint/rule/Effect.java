package dev.ddlint.rule;

/** What a finding is about, for the law that one cause gives one finding. */
public enum Effect {
  LOCK, REWRITE, SCAN, DATA_FAILURE, DATA_LOSS, CLIENT_BREAK, SCHEMA_STATE, TENANCY, NAME, RUN
}
