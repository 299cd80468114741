package dev.ddlint.prisma;

import java.util.List;
import java.util.Optional;

/** Prisma's scalar types. */
enum Scalar {
  STRING, BOOLEAN, INT, BIG_INT, FLOAT, DECIMAL, DATE_TIME, JSON, BYTES;

  static Optional<Scalar> of(String name) {
    return switch (name) {
      case "String" -> Optional.of(STRING);
      case "Boolean" -> Optional.of(BOOLEAN);
      case "Int" -> Optional.of(INT);
      case "BigInt" -> Optional.of(BIG_INT);
      case "Float" -> Optional.of(FLOAT);
      case "Decimal" -> Optional.of(DECIMAL);
      case "DateTime" -> Optional.of(DATE_TIME);
      case "Json" -> Optional.of(JSON);
      case "Bytes" -> Optional.of(BYTES);
      default -> Optional.empty();
    };
  }

  /** The type that PostgreSQL gets where the field names none. */
  NativeType nativeType() {
    return new NativeType(switch (this) {
      case STRING -> "Text";
      case BOOLEAN -> "Boolean";
      case INT -> "Integer";
      case BIG_INT -> "BigInt";
      case FLOAT -> "DoublePrecision";
      case DECIMAL -> "Decimal";
      case DATE_TIME -> "Timestamp";
      case JSON -> "JsonB";
      case BYTES -> "ByteA";
    });
  }

  /** The modifiers of that type. */
  List<String> modifiers() {
    return switch (this) {
      case DECIMAL -> List.of("65", "30");
      case DATE_TIME -> List.of("3");
      default -> List.of();
    };
  }

  boolean isWhole() {
    return this == INT || this == BIG_INT;
  }
}
