package dev.ddlint.ir;

import java.util.Locale;

/** The kind of object that a statement is about, named as in its syntax. */
public enum ObjectKind {
  TABLE, FOREIGN_TABLE, COLUMN, CONSTRAINT, DOMAIN_CONSTRAINT, INDEX, VIEW, MATERIALIZED_VIEW, SEQUENCE, TYPE,
  ATTRIBUTE, DOMAIN, SCHEMA, DATABASE, FUNCTION, PROCEDURE, ROUTINE, AGGREGATE, OPERATOR, OPERATOR_CLASS,
  OPERATOR_FAMILY, CAST, COLLATION, CONVERSION, TRIGGER, EVENT_TRIGGER, POLICY, RULE, EXTENSION, ROLE, TABLESPACE,
  SERVER, FOREIGN_DATA_WRAPPER, USER_MAPPING, PUBLICATION, SUBSCRIPTION, LANGUAGE, STATISTICS, TEXT_SEARCH,
  ACCESS_METHOD, TRANSFORM, LARGE_OBJECT, OWNED, OTHER;

  /** As SQL writes it: {@code MATERIALIZED VIEW}. */
  public String sql() {
    return name().replace('_', ' ');
  }

  /** As prose writes it: {@code materialized view}. */
  public String words() {
    return sql().toLowerCase(Locale.ROOT);
  }
}
