package dev.ddlint.physics;

import dev.ddlint.catalog.DataType;
import dev.ddlint.physics.TypeChange.Cost;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Casts between the types of dates and times (physics: type_timestamp*, type_date_*, type_interval_*). */
final class TimeCasts {
  private static final int MOST_PRECISE = 6;

  private TimeCasts() {}

  static boolean isTime(DataType type) {
    return type.user().isEmpty() && switch (type.name().name()) {
      case "date", "time", "timetz", "timestamp", "timestamptz", "interval" -> true;
      default -> false;
    };
  }

  static TypeChange between(DataType from, DataType to, Optional<String> zone) {
    String source = from.name().name();
    String target = to.name().name();
    if (source.equals(target)) {
      return source.equals("interval") ? interval(from, to) : rounded(precision(from), to);
    }
    boolean shift = source.equals("timestamp") && target.equals("timestamptz")
        || source.equals("timestamptz") && target.equals("timestamp");
    return shift ? shift(from, to, zone) : lost(source, target);
  }

  private static int precision(DataType type) {
    return type.modifiers().stream().filter(m -> m.length() == 1 && Character.isDigit(m.charAt(0)))
        .findFirst().map(Integer::valueOf).orElse(MOST_PRECISE);
  }

  private static TypeChange rounded(int precision, DataType to) {
    return precision <= precision(to)
        ? TypeChange.free()
        : TypeChange.rewrites().loses("fractions of a second beyond " + precision(to) + " digits");
  }

  /** Both hold the same number: in a zone that always is at UTC nothing has to be converted. */
  private static TypeChange shift(DataType from, DataType to, Optional<String> zone) {
    TypeChange change = precision(to) < MOST_PRECISE
        ? TypeChange.rewrites()
        : zone.isEmpty()
            ? TypeChange.unknown("the session's TimeZone: only in UTC nothing is rewritten")
            : isUtc(zone.get()) ? TypeChange.rebuildsIndexes() : TypeChange.rewrites();
    if (precision(from) > precision(to)) {
      return change.loses("fractions of a second beyond " + precision(to) + " digits");
    }
    return to.is("timestamp") ? change.loses("its time zone") : change;
  }

  /** Zones whose offset is zero at all times. */
  static boolean isUtc(String zone) {
    String name = zone.toLowerCase(Locale.ROOT);
    return switch (name.startsWith("etc/") ? name.substring(4) : name) {
      case "utc", "gmt", "uct", "zulu", "universal", "greenwich", "gmt0", "gmt+0", "gmt-0", "0", "+0", "-0", "00:00",
          "+00", "+00:00", "-00", "-00:00" ->
        true;
      default -> false;
    };
  }

  private static TypeChange lost(String source, String target) {
    return switch (target) {
      case "date" -> TypeChange.rewrites().loses("its time of day");
      case "time", "timetz" -> source.startsWith("timestamp")
          ? TypeChange.rewrites().loses("its date")
          : source.equals("timetz") ? TypeChange.rewrites().loses("its time zone") : TypeChange.rewrites();
      default -> TypeChange.rewrites();
    };
  }

  /** Fields up to the second hold every interval; others cut it. */
  private static TypeChange interval(DataType from, DataType to) {
    List<String> fields = fields(to);
    boolean narrower = !fields.isEmpty() && !fields.equals(fields(from)) && !fields.get(0).endsWith("second");
    return narrower
        ? TypeChange.rewrites().loses("what " + fields.get(0) + " does not hold")
        : rounded(precision(from), to).atLeast(Cost.FREE);
  }

  private static List<String> fields(DataType type) {
    return type.modifiers().stream().filter(m -> m.length() > 1).map(m -> m.toLowerCase(Locale.ROOT)).toList();
  }
}
