package dev.ddlint.prisma;

import dev.ddlint.catalog.DataType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which type changes Prisma's engine leaves to {@code ALTER COLUMN ... SET DATA TYPE}; for all others it drops the
 * column and makes it anew. Asked of the engine, type by type.
 */
final class Casts {
  private static final Set<String> TEXTS = Set.of("varchar", "bpchar", "text");
  private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "numeric", "float4", "float8");
  private static final Set<String> TIMES = Set.of("timestamp", "timestamptz", "date", "time", "timetz");
  private static final Set<String> WITHOUT_PRECISION = Set.of("timestamp", "timestamptz", "time", "timetz");

  /** How many characters a value needs: the engine does not cast it to a shorter string. */
  private static final Map<String, Integer> SHORTEST = Map.of("bytea", 3, "timestamp", 23, "timestamptz", 28, "date",
      28, "time", 14, "timetz", 19, "uuid", 32);

  private Casts() {}

  /** Whether both are the same type to the engine, which does not look into types that it does not support. */
  static boolean same(DataType from, DataType to, boolean sameUserType) {
    if (from.user().isPresent() || to.user().isPresent()) {
      return sameUserType && from.isArray() == to.isArray();
    }
    boolean unsupported = SqlTypes.nativeType(from).isEmpty() && SqlTypes.nativeType(to).isEmpty();
    return unsupported
        ? from.isArray() == to.isArray()
        : (from.name().name().equals(to.name().name()) && from.isArray() == to.isArray()
            && (from.modifiers().equals(to.modifiers()) || oneHasNoPrecision(from, to)));
  }

  private static boolean oneHasNoPrecision(DataType from, DataType to) {
    return WITHOUT_PRECISION.contains(from.name().name()) && from.modifiers().isEmpty() != to.modifiers().isEmpty();
  }

  /** Whether the engine alters a column's type in place. */
  static boolean exists(DataType from, DataType to, boolean sameUserType) {
    if (from.user().isPresent() || to.user().isPresent()) {
      return sameUserType;
    }
    if (from.isArray() != to.isArray()) {
      return from.isArray() && TEXTS.contains(to.name().name());
    }
    if (SqlTypes.nativeType(from).isEmpty() || SqlTypes.nativeType(to).isEmpty()) {
      return true;
    }
    return element(from.name().name(), from.modifiers(), to.name().name(), to.modifiers());
  }

  private static boolean element(String from, List<String> modifiers, String to, List<String> toModifiers) {
    int length = number(toModifiers).orElse(Integer.MAX_VALUE);
    int needed = number(modifiers).orElse(from.equals("bit") ? 1 : 0);
    return switch (from) {
      case "int2", "int4", "int8", "numeric", "float4", "float8" -> NUMBERS.contains(to) || TEXTS.contains(to);
      case "oid" -> Set.of("int4", "int8", "varchar", "text").contains(to);
      case "money", "citext" -> true;
      case "inet" -> Set.of("citext", "varchar", "text").contains(to);
      case "text" -> to.equals("citext") || TEXTS.contains(to);
      case "varchar", "bpchar", "xml" -> TEXTS.contains(to);
      case "json", "jsonb" -> TEXTS.contains(to) || to.startsWith("json");
      case "bool" -> to.equals("bpchar") ? length > 3 : TEXTS.contains(to);
      case "bit" -> (TEXTS.contains(to) || to.equals("varbit")) && length >= needed;
      case "varbit" -> TEXTS.contains(to) || fits(needed, to, length);
      case "date" -> isLongEnough(from, to, length) || to.startsWith("timestamp");
      case "time" -> isLongEnough(from, to, length) || to.equals("timetz");
      case "timetz" -> isLongEnough(from, to, length) || to.startsWith("time") && !to.startsWith("timestamp");
      case "timestamp", "timestamptz" -> isLongEnough(from, to, length) || TIMES.contains(to);
      default -> isLongEnough(from, to, length);
    };
  }

  private static boolean isLongEnough(String from, String to, int length) {
    return TEXTS.contains(to) && length >= SHORTEST.getOrDefault(from, 0);
  }

  /** A bit string of varying length to one of fixed length, or to a longer one. */
  private static boolean fits(int most, String to, int length) {
    boolean unbounded = most == 0;
    return to.equals("bit") ? unbounded || length <= most : to.equals("varbit") && !unbounded && length >= most;
  }

  private static Optional<Integer> number(List<String> modifiers) {
    return modifiers.stream().findFirst().filter(m -> m.length() < 9 && m.chars().allMatch(Character::isDigit))
        .map(Integer::valueOf);
  }
}
