package dev.ddlint.physics;

import dev.ddlint.catalog.DataType;
import java.util.Optional;

/** Casts between the types that hold numbers (physics: type_int_*, type_numeric_*, type_double_*, type_real_*). */
final class NumberCasts {
  private static final String OUT_OF_RANGE = "22003";
  private static final int UNBOUNDED = Integer.MAX_VALUE;

  private NumberCasts() {}

  static boolean isNumber(DataType type) {
    return isInteger(type) || isFloat(type) || isNumeric(type);
  }

  private static boolean isInteger(DataType type) {
    return type.is("int2") || type.is("int4") || type.is("int8");
  }

  private static boolean isFloat(DataType type) {
    return type.is("float4") || type.is("float8");
  }

  private static boolean isNumeric(DataType type) {
    return type.is("numeric");
  }

  static TypeChange between(DataType from, DataType to) {
    if (isNumeric(from) && isNumeric(to)) {
      return numeric(from, to);
    }
    if (isNumeric(to)) {
      return isFloat(from) ? fromFloat(to) : fits(digits(from), 0, to);
    }
    if (isInteger(to)) {
      return toInteger(from, to);
    }
    return toFloat(from, to);
  }

  /** The digits before the point that the type can hold. */
  private static int digits(DataType type) {
    return switch (type.name().name()) {
      case "int2" -> 5;
      case "int4" -> 10;
      case "int8" -> 19;
      default -> precision(type).map(p -> p - scale(type)).orElse(UNBOUNDED);
    };
  }

  private static Optional<Integer> precision(DataType type) {
    return StringCasts.modifier(type, 0);
  }

  private static int scale(DataType type) {
    return precision(type).isEmpty() ? UNBOUNDED : StringCasts.modifier(type, 1).orElse(0);
  }

  private static TypeChange numeric(DataType from, DataType to) {
    if (precision(to).isEmpty()) {
      return TypeChange.free();
    }
    boolean free = precision(from).isPresent() && scale(from) == scale(to) && digits(to) >= digits(from);
    return free ? TypeChange.free() : fits(digits(from), scale(from), to);
  }

  /** Rounding a fraction away can carry into one more digit. */
  private static TypeChange fits(int digits, int scale, DataType to) {
    if (precision(to).isEmpty()) {
      return TypeChange.rewrites();
    }
    boolean rounds = scale > scale(to);
    boolean overflows = rounds ? digits(to) <= digits : digits(to) < digits;
    TypeChange change = rounds
        ? TypeChange.rewrites().loses("digits behind the " + ordinal(scale(to)) + " decimal place")
        : TypeChange.rewrites();
    return overflows
        ? change.failsWhen(OUT_OF_RANGE,
            "a value has more than " + Math.max(0, digits(to)) + " digits before the point")
        : change;
  }

  private static String ordinal(int n) {
    String suffix = switch (n % 100) {
      case 11, 12, 13 -> "th";
      default -> switch (n % 10) {
        case 1 -> "st";
        case 2 -> "nd";
        case 3 -> "rd";
        default -> "th";
      };
    };
    return n + suffix;
  }

  private static TypeChange fromFloat(DataType to) {
    return precision(to).isEmpty()
        ? TypeChange.rewrites().loses("digits beyond the float's precision")
        : fits(UNBOUNDED, UNBOUNDED, to);
  }

  private static TypeChange toInteger(DataType from, DataType to) {
    boolean fraction = isFloat(from) || isNumeric(from) && scale(from) > 0;
    boolean overflows = isFloat(from) || digits(from) >= digits(to);
    TypeChange change = fraction ? TypeChange.rewrites().loses("its fraction") : TypeChange.rewrites();
    return overflows ? change.failsWhen(OUT_OF_RANGE, "a value is out of the range of " + to.name().name()) : change;
  }

  private static TypeChange toFloat(DataType from, DataType to) {
    boolean exact = from.is("float4") || from.is("int2") || from.is("int4") && to.is("float8");
    TypeChange change = exact ? TypeChange.rewrites() : TypeChange.rewrites().loses("exact digits");
    boolean overflows = from.is("float8") || isNumeric(from) && digits(from) > (to.is("float4") ? 38 : 307);
    return overflows ? change.failsWhen(OUT_OF_RANGE, "a value is out of the range of " + to.name().name()) : change;
  }
}
