package dev.ddlint.physics;

import dev.ddlint.catalog.DataType;
import dev.ddlint.ir.TypeName;
import java.util.Optional;

/** Casts to and from the types that hold text (physics: type_varchar_*, type_text_*, type_citext_*, type_char_*). */
final class StringCasts {
  private static final String TOO_LONG = "22001";
  private static final TypeName TEXT = TypeName.of("text");

  private StringCasts() {}

  static boolean isString(DataType type) {
    return type.user().isEmpty() && switch (type.name().name()) {
      case "text", "varchar", "bpchar", "citext", "name", "char" -> true;
      default -> false;
    };
  }

  /** The greatest length that the type allows. */
  static Optional<Integer> limit(DataType type) {
    return switch (type.name().name()) {
      case "varchar", "bpchar" -> modifier(type, 0);
      case "name" -> Optional.of(63);
      case "char" -> Optional.of(1);
      default -> Optional.empty();
    };
  }

  static Optional<Integer> modifier(DataType type, int i) {
    try {
      return type.modifiers().size() > i ? Optional.of(Integer.valueOf(type.modifiers().get(i))) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** From one type of text to another. */
  static TypeChange between(DataType from, DataType to, boolean explicit) {
    return fits(limit(from), to, between(from.name().name(), from, to), explicit);
  }

  private static TypeChange between(String source, DataType from, DataType to) {
    boolean plain = source.equals("text") || source.equals("varchar");
    boolean bounded = limit(to).isPresent();
    return switch (to.name().name()) {
      case "text" -> plain
          ? TypeChange.free()
          : source.equals("citext")
              ? TypeChange.rebuildsIndexes()
              : TypeChange.rewrites();
      case "varchar" -> bounded ? toBoundedVarchar(source, from, to) : between(source, from, DataType.of(TEXT));
      case "citext" -> plain ? TypeChange.rebuildsIndexes() : TypeChange.rewrites();
      case "bpchar" -> bounded
          ? TypeChange.rewrites()
          : source.equals("bpchar")
              ? TypeChange.free()
              : plain ? TypeChange.rebuildsIndexes() : TypeChange.rewrites();
      default -> TypeChange.rewrites();
    };
  }

  private static TypeChange toBoundedVarchar(String source, DataType from, DataType to) {
    boolean wider = source.equals("varchar") && limit(from).filter(n -> n <= limit(to).orElseThrow()).isPresent();
    return wider ? TypeChange.free() : TypeChange.rewrites();
  }

  /** From something else to text, through its output function. */
  static TypeChange write(DataType from, Optional<Integer> width, DataType to, boolean explicit) {
    boolean same = from.is("xml") && limit(to).isEmpty() && !to.is("citext");
    return fits(width, to, same ? TypeChange.free() : TypeChange.rewrites(), explicit);
  }

  /** An assignment refuses what is too long, an explicit cast cuts it off (manual, section 8.3). */
  private static TypeChange fits(Optional<Integer> width, DataType to, TypeChange change, boolean explicit) {
    Optional<Integer> limit = limit(to);
    boolean fits = limit.isEmpty() || width.filter(w -> w <= limit.get()).isPresent();
    if (fits) {
      return change;
    }
    boolean cuts = explicit || !to.is("varchar") && !to.is("bpchar");
    return cuts
        ? change.loses("what is longer than " + limit.get() + " characters")
        : change.failsWhen(TOO_LONG, "a value is longer than " + limit.get() + " characters");
  }

  /** From text to something else, through its input function; needs USING. */
  static TypeChange read(DataType to) {
    String name = to.name().name();
    String state = switch (name) {
      case "date", "time", "timetz", "timestamp", "timestamptz", "interval" -> "22007";
      case "xml" -> "2200N";
      default -> "22P02";
    };
    return TypeChange.rewrites().failsWhen(state, "a value cannot be read as " + name + (to.isArray() ? "[]" : ""));
  }
}
