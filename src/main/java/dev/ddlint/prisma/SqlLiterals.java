package dev.ddlint.prisma;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Writes values as the engine does. */
final class SqlLiterals {
  /** Beyond this no number is written out, lest a short exponent fill the memory. */
  private static final int LONGEST_SCALE = 1000;
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

  private SqlLiterals() {}

  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String string(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  static String whole(String digits) {
    try {
      return new BigInteger(digits).toString();
    } catch (NumberFormatException e) {
      return string(digits);
    }
  }

  static String decimal(String digits) {
    try {
      BigDecimal value = new BigDecimal(digits);
      return Math.abs(value.scale()) > LONGEST_SCALE ? digits : value.toPlainString();
    } catch (NumberFormatException e) {
      return string(digits);
    }
  }

  /** Whether the text is RFC 3339. */
  static boolean isDateTime(String value) {
    return !dateTime(value).equals(string(value));
  }

  /** RFC 3339 in, the engine's notation out; the fraction has 0, 3, 6 or 9 digits. */
  static String dateTime(String value) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(value);
      return string(SECONDS.format(time) + fraction(time.getNano()) + " " + OFFSET.format(time));
    } catch (DateTimeParseException e) {
      return string(value);
    }
  }

  private static String fraction(int nanos) {
    if (nanos == 0) {
      return "";
    }
    String digits = String.format(Locale.ROOT, ".%09d", nanos);
    int length = nanos % 1_000_000 == 0 ? 4 : nanos % 1_000 == 0 ? 7 : 10;
    return digits.substring(0, length);
  }

  /** Base64 in, hexadecimal out. */
  static String bytes(String value) {
    try {
      return "'\\x" + HexFormat.of().formatHex(Base64.getDecoder().decode(value)) + "'";
    } catch (IllegalArgumentException e) {
      return string(value);
    }
  }
}
