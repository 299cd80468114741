package dev.ddlint.catalog;

import dev.ddlint.ir.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * A column's type.
 *
 * @param name as written, in PostgreSQL's internal spelling; serial notations are already the integer they stand for
 * @param user the user's type that it names, if the history made it
 */
public record DataType(TypeName name, Optional<ObjectId> user) {

  public static DataType of(TypeName name) {
    return new DataType(name, Optional.empty());
  }

  public List<String> modifiers() {
    return name.modifiers();
  }

  public boolean isArray() {
    return name.isArray();
  }

  /** Whether it is the built-in type of this internal name, no array. */
  public boolean is(String internal) {
    return user.isEmpty() && !isArray() && name.schema().isEmpty() && name.name().equals(internal);
  }

  /** Whether both are the same type with the same modifiers; spans and the way of writing do not count. */
  public boolean sameAs(DataType other) {
    return sameKind(other) && modifiers().equals(other.modifiers());
  }

  /** Whether both are the same type, modifiers aside. */
  public boolean sameKind(DataType other) {
    boolean names = (user.isPresent() || other.user.isPresent())
        ? user.equals(other.user)
        : name.name().equals(other.name.name()) && name.schema().equals(other.name.schema());
    return names && (isArray() == other.isArray());
  }
}
