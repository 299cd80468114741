package dev.ddlint.physics;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.UserType;
import dev.ddlint.ir.TypeName;
import java.util.Optional;

/** What kind of value a type holds, as clients see it: drivers map the types of one family to the same kind of value. */
public final class TypeFamily {

  private TypeFamily() {}

  /** In words that complete "holds ..."; two types are of one family when the words are equal. */
  public static String of(DataType type, Catalog catalog) {
    if (type.isArray()) {
      TypeName name = type.name();
      DataType element = new DataType(new TypeName(name.schema(), name.name(), name.modifiers(), 0, name.setOf(),
          name.referencedColumn(), name.span()), type.user());
      return "arrays of " + of(element, catalog);
    }
    Optional<UserType> user = catalog.type(type);
    if (user.isPresent()) {
      return user.get().base().map(base -> of(base, catalog)).orElseGet(() -> ofUser(user.get()));
    }
    return builtIn(type.name().name());
  }

  /** All enums are one family: a value removed or renamed is another matter. */
  private static String ofUser(UserType type) {
    return type.kind() == UserType.Kind.ENUM ? "enum values" : "values of " + type.name();
  }

  private static String builtIn(String name) {
    return switch (name) {
      case "int2", "int4", "int8", "oid", "numeric", "float4", "float8", "money" -> "numbers";
      case "text", "varchar", "bpchar", "citext", "name", "char" -> "text";
      case "date", "timestamp", "timestamptz" -> "dates";
      case "time", "timetz" -> "times";
      case "interval" -> "intervals";
      case "bool" -> "booleans";
      case "uuid" -> "UUIDs";
      case "json", "jsonb" -> "JSON";
      case "bytea" -> "bytes";
      case "inet", "cidr" -> "addresses";
      case "bit", "varbit" -> "bits";
      default -> "values of " + name;
    };
  }
}
