package dev.ddlint.catalog;

import java.util.Optional;

/** A sequence; one that a column owns goes with it. */
public record Sequence(ObjectId id, String schema, String name, Optional<Owner> owner, Origin origin) {

  /** @param column by number */
  public record Owner(ObjectId table, int column) {}

  Sequence withName(String otherSchema, String otherName) {
    return new Sequence(id, otherSchema, otherName, owner, origin);
  }

  Sequence withOwner(Optional<Owner> other) {
    return new Sequence(id, schema, name, other, origin);
  }
}
