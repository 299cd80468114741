package dev.ddlint.ir;

/** How long a relation's rows live. */
public enum Persistence {
  PERMANENT, TEMPORARY, UNLOGGED
}
