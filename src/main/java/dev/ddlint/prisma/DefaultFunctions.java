package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Expression;
import dev.ddlint.parse.prisma.Expression.FunctionCall;
import dev.ddlint.parse.prisma.Expression.NumberLiteral;
import dev.ddlint.parse.prisma.Expression.StringLiteral;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions that may stand in {@code @default}, and what they are given. */
final class DefaultFunctions {
  private static final Set<String> KNOWN = Set.of("autoincrement", "now", "uuid", "cuid", "nanoid", "ulid",
      "dbgenerated");
  private static final Map<String, Set<Scalar>> MAKES = Map.of("autoincrement", Set.of(Scalar.INT, Scalar.BIG_INT),
      "now", Set.of(Scalar.DATE_TIME), "uuid", Set.of(Scalar.STRING), "cuid", Set.of(Scalar.STRING),
      "nanoid", Set.of(Scalar.STRING), "ulid", Set.of(Scalar.STRING));
  private static final int SHORTEST_ID = 2;
  private static final int LONGEST_ID = 255;

  private DefaultFunctions() {}

  static boolean isKnown(String name) {
    return KNOWN.contains(name);
  }

  static boolean makes(String name, Optional<Scalar> scalar) {
    Set<Scalar> made = MAKES.get(name);
    return made == null || scalar.filter(made::contains).isPresent();
  }

  /** What the function takes, if that is not what it is given. */
  static Optional<String> wants(FunctionCall call) {
    List<Expression> given = call.arguments().stream().map(argument -> argument.value()).toList();
    boolean none = given.isEmpty();
    return switch (call.name().text()) {
      case "autoincrement", "now", "ulid" -> unless(none, "takes nothing");
      case "uuid" -> unless(none || isOneOf(given, Set.of(4, 7)), "takes nothing, or the version 4 or 7");
      case "cuid" -> unless(none || isOneOf(given, Set.of(1, 2)), "takes nothing, or the version 1 or 2");
      case "nanoid" -> unless(none || number(given).filter(n -> n >= SHORTEST_ID && n <= LONGEST_ID).isPresent(),
          "takes nothing, or a length from 2 to 255");
      case "dbgenerated" -> unless(none || given.size() == 1 && given.get(0) instanceof StringLiteral text
          && !text.value().isEmpty(), "takes nothing, or the expression as a text");
      default -> Optional.empty();
    };
  }

  private static Optional<String> unless(boolean fits, String wanted) {
    return fits ? Optional.empty() : Optional.of(wanted);
  }

  private static boolean isOneOf(List<Expression> given, Set<Integer> numbers) {
    return number(given).filter(numbers::contains).isPresent();
  }

  private static Optional<Integer> number(List<Expression> given) {
    return given.size() == 1 && given.get(0) instanceof NumberLiteral number && number.text().matches("\\d{1,9}")
        ? Optional.of(Integer.valueOf(number.text()))
        : Optional.empty();
  }
}
