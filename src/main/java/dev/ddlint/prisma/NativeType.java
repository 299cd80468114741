package dev.ddlint.prisma;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A type of PostgreSQL as {@code @db.X} names it.
 *
 * @param title such as {@code VarChar}: but for the case, nearly always PostgreSQL's name
 */
record NativeType(String title) {
  private static final Set<String> KNOWN = Set.of("SmallInt", "Integer", "BigInt", "Decimal", "Money", "Inet", "Oid",
      "Citext", "Real", "DoublePrecision", "VarChar", "Char", "Text", "ByteA", "Timestamp", "Timestamptz", "Date",
      "Time", "Timetz", "Boolean", "Bit", "VarBit", "Uuid", "Xml", "Json", "JsonB");

  private static final Map<String, NativeType> BY_INTERNAL = KNOWN.stream().map(NativeType::new)
      .collect(Collectors.toUnmodifiableMap(NativeType::internal, type -> type));

  static Optional<NativeType> of(String title) {
    return KNOWN.contains(title) ? Optional.of(new NativeType(title)) : Optional.empty();
  }

  /** The type of PostgreSQL's internal name. */
  static Optional<NativeType> ofInternal(String name) {
    return Optional.ofNullable(BY_INTERNAL.get(name));
  }

  /** The name in PostgreSQL's internal spelling. */
  String internal() {
    return switch (title) {
      case "SmallInt" -> "int2";
      case "Integer" -> "int4";
      case "BigInt" -> "int8";
      case "Decimal" -> "numeric";
      case "Real" -> "float4";
      case "DoublePrecision" -> "float8";
      case "Char" -> "bpchar";
      case "Boolean" -> "bool";
      default -> title.toLowerCase(Locale.ROOT);
    };
  }

  /** Whether a field of the scalar type may be stored so. */
  boolean holds(Scalar scalar) {
    return scalar == switch (title) {
      case "SmallInt", "Integer", "Oid" -> Scalar.INT;
      case "BigInt" -> Scalar.BIG_INT;
      case "Decimal", "Money" -> Scalar.DECIMAL;
      case "Real", "DoublePrecision" -> Scalar.FLOAT;
      case "ByteA" -> Scalar.BYTES;
      case "Timestamp", "Timestamptz", "Date", "Time", "Timetz" -> Scalar.DATE_TIME;
      case "Boolean" -> Scalar.BOOLEAN;
      case "Json", "JsonB" -> Scalar.JSON;
      default -> Scalar.STRING;
    };
  }

  /** The notation that also makes a sequence; empty where there is none. */
  Optional<String> serial() {
    return switch (title) {
      case "SmallInt" -> Optional.of("smallserial");
      case "Integer" -> Optional.of("serial");
      case "BigInt" -> Optional.of("bigserial");
      default -> Optional.empty();
    };
  }

  /** The type as the engine writes it. */
  String sql(List<String> modifiers) {
    String name = title.equals("DoublePrecision") ? "DOUBLE PRECISION" : title.toUpperCase(Locale.ROOT);
    return modifiers.isEmpty() ? name : name + "(" + String.join(",", modifiers) + ")";
  }

  /** {@code CHAR} is {@code CHAR(1)} and {@code BIT} is {@code BIT(1)}. */
  List<String> implied(List<String> modifiers) {
    return modifiers.isEmpty() && (title.equals("Char") || title.equals("Bit")) ? List.of("1") : modifiers;
  }
}
