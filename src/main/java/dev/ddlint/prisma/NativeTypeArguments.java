package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Argument;
import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.parse.prisma.Expression.NumberLiteral;
import java.util.List;
import java.util.Optional;

/** What stands in the brackets of {@code @db.VarChar(20)}. */
final class NativeTypeArguments {
  private static final int MOST_DIGITS = 1000;
  private static final int FINEST = 6;

  private NativeTypeArguments() {}

  /** What the type takes, if that is not what it is given. */
  static Optional<String> wants(NativeType type, Attribute attribute) {
    List<Argument> given = attribute.arguments();
    List<Long> numbers = given.stream().map(Argument::value).filter(NumberLiteral.class::isInstance)
        .map(value -> ((NumberLiteral) value).text()).filter(text -> text.matches("\\d{1,9}")).map(Long::valueOf)
        .toList();
    boolean whole = numbers.size() == given.size();
    boolean fits = given.isEmpty() || whole && fits(type.title(), numbers);
    return fits ? Optional.empty() : Optional.of(words(type.title()));
  }

  private static boolean fits(String title, List<Long> numbers) {
    long first = numbers.get(0);
    return switch (title) {
      case "Decimal" -> numbers.size() == 2 && first > 0 && first <= MOST_DIGITS && numbers.get(1) <= first;
      case "Timestamp", "Timestamptz", "Time", "Timetz" -> numbers.size() == 1 && first <= FINEST;
      case "VarChar", "Char" -> numbers.size() == 1;
      case "Bit", "VarBit" -> numbers.size() == 1 && first > 0;
      default -> false;
    };
  }

  private static String words(String title) {
    return switch (title) {
      case "Decimal" -> "takes the number of digits, up to " + MOST_DIGITS + ", and how many of them are behind the"
          + " point";
      case "Timestamp", "Timestamptz", "Time", "Timetz" -> "takes the digits of a second, from 0 to " + FINEST;
      case "VarChar", "Char", "Bit", "VarBit" -> "takes a length";
      default -> "takes nothing in brackets";
    };
  }
}
