package dev.ddlint.parse.prisma;

import java.util.Optional;

/** The escapes of a string, which are those of JSON (RFC 8259, section 7). */
final class StringEscapes {

  private StringEscapes() {}

  /** The text that a string between its quotes stands for; nothing when it holds an escape that is none. */
  static Optional<String> resolve(String inner) {
    if (inner.indexOf('\\') < 0) {
      return Optional.of(inner);
    }
    var value = new StringBuilder(inner.length());
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c != '\\') {
        value.append(c);
        continue;
      }
      i++;
      int resolved = escaped(inner, i);
      if (resolved < 0) {
        return Optional.empty();
      }
      value.append((char) resolved);
      i += inner.charAt(i) == 'u' ? 4 : 0;
    }
    return Optional.of(value.toString());
  }

  /** The character that the escape at a place stands for, or -1. */
  private static int escaped(String inner, int at) {
    return switch (inner.charAt(at)) {
      case '"' -> '"';
      case '\\' -> '\\';
      case '/' -> '/';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal(inner, at + 1);
      default -> -1;
    };
  }

  private static int hexadecimal(String inner, int from) {
    if (from + 4 > inner.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(inner.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }
}
