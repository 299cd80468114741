package dev.ddlint.catalog;

import dev.ddlint.ir.Expression;
import java.util.Optional;

/**
 * A column.
 *
 * @param number unique in its table for ever, as PostgreSQL's attnum: constraints and indexes hold it
 * @param type absent where the history does not tell it
 * @param typed where it was last given a type
 * @param nullability where it was last made nullable or NOT NULL
 */
public record Column(int number, String name, Optional<DataType> type, boolean notNull,
    Optional<Expression> defaultValue, Generation generation, Optional<String> collation, Origin origin,
    Origin typed, Origin nullability) {

  /** How the value comes about when a row does not bring one. */
  public enum Generation {
    NONE, IDENTITY_ALWAYS, IDENTITY_BY_DEFAULT, STORED, VIRTUAL;

    public boolean isIdentity() {
      return this == IDENTITY_ALWAYS || this == IDENTITY_BY_DEFAULT;
    }
  }

  /** Whether a row that brings no value gets one; the literal NULL is none. */
  public boolean hasDefault() {
    return defaultValue.filter(value -> !Defaults.isNull(value)).isPresent() || generation.isIdentity();
  }

  Column withName(String other) {
    return new Column(number, other, type, notNull, defaultValue, generation, collation, origin, typed, nullability);
  }

  Column withType(DataType other, Optional<String> otherCollation, Origin at) {
    return new Column(number, name, Optional.of(other), notNull, defaultValue, generation, otherCollation, origin, at,
        nullability);
  }

  Column withNotNull(boolean other, Origin at) {
    return new Column(number, name, type, other, defaultValue, generation, collation, origin, typed, at);
  }

  Column withDefault(Optional<Expression> other) {
    return new Column(number, name, type, notNull, other, generation, collation, origin, typed, nullability);
  }

  Column withGeneration(Generation other, Optional<Expression> value) {
    return new Column(number, name, type, notNull, value, other, collation, origin, typed, nullability);
  }
}
