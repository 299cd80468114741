package dev.ddlint.catalog;

import dev.ddlint.ir.Expression;
import java.util.List;
import java.util.Optional;

/**
 * A type that the history made.
 *
 * @param values an enum's, in order
 * @param base a domain's
 * @param defaultValue a domain's: what a column of it gets that has none itself
 */
public record UserType(ObjectId id, String schema, String name, Kind kind, List<String> values,
    Optional<DataType> base, Optional<Expression> defaultValue, boolean notNull, List<DomainCheck> checks,
    Origin origin) {

  /** What kind of type it is. */
  public enum Kind {
    ENUM, DOMAIN, COMPOSITE, RANGE, OTHER
  }

  /** A domain's CHECK. */
  public record DomainCheck(String name, String condition, boolean validated) {}

  UserType withName(String otherSchema, String otherName) {
    return new UserType(id, otherSchema, otherName, kind, values, base, defaultValue, notNull, checks, origin);
  }

  UserType withValues(List<String> other) {
    return new UserType(id, schema, name, kind, List.copyOf(other), base, defaultValue, notNull, checks, origin);
  }

  UserType withDefault(Optional<Expression> other) {
    return new UserType(id, schema, name, kind, values, base, other, notNull, checks, origin);
  }

  UserType withDomain(boolean otherNotNull, List<DomainCheck> otherChecks) {
    return new UserType(id, schema, name, kind, values, base, defaultValue, otherNotNull, List.copyOf(otherChecks),
        origin);
  }

  /** Whether a value of a domain can be refused. */
  public boolean isConstrained() {
    return notNull || !checks.isEmpty();
  }
}
