package dev.ddlint.prisma;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.UserType;
import dev.ddlint.ir.TypeName;
import dev.ddlint.print.Types;
import java.util.Optional;

/** Writes the types of columns as Prisma's engine does: {@code INTEGER}, {@code TIMESTAMP(3)}, {@code "Role"[]}. */
final class SqlTypes {

  private SqlTypes() {}

  static String of(DataType type, Catalog catalog) {
    return element(type, catalog) + (type.isArray() ? "[]" : "");
  }

  /** The serial notation of an integer that a sequence fills. */
  static String serial(DataType type) {
    return nativeType(type).flatMap(NativeType::serial).map(s -> s.toUpperCase(java.util.Locale.ROOT))
        .orElse("SERIAL");
  }

  private static String element(DataType type, Catalog catalog) {
    Optional<UserType> user = catalog.type(type);
    if (user.isPresent()) {
      return name(user.get().schema(), user.get().name());
    }
    TypeName name = type.name();
    return nativeType(type).map(n -> n.sql(name.modifiers())).orElseGet(() -> Types.of(new TypeName(name.schema(),
        name.name(), name.modifiers(), 0, false, Optional.empty(), name.span())));
  }

  /** The type as a native one; nothing for enums and for what Prisma does not support. */
  static Optional<NativeType> nativeType(DataType type) {
    return type.user().isEmpty() && type.name().schema().isEmpty()
        ? NativeType.ofInternal(type.name().name())
        : Optional.empty();
  }

  /** The engine does not write the schema that the search path names. */
  static String name(String schema, String name) {
    return (schema.equals("public") ? "" : SqlLiterals.name(schema) + ".") + SqlLiterals.name(name);
  }
}
