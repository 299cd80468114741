package dev.ddlint.report;

import java.util.List;
import java.util.stream.Collectors;

/** Strings as JSON has them; small outputs need no library, whose start costs more than they do. */
public final class Json {

  private Json() {}

  public static String strings(List<String> values) {
    return values.stream().map(Json::string).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A string in quotes (RFC 8259, section 7); lone surrogates are escaped, so that the output is valid UTF-8. */
  public static String string(String value) {
    StringBuilder out = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> append(out, value, i, c);
      }
    }
    return out.append('"').toString();
  }

  private static void append(StringBuilder out, String value, int i, char c) {
    boolean paired = Character.isHighSurrogate(c) && i + 1 < value.length()
        && Character.isLowSurrogate(value.charAt(i + 1))
        || Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    if (c < ' ' || Character.isSurrogate(c) && !paired) {
      out.append("\\u").append(Character.forDigit(c >> 12 & 15, 16)).append(Character.forDigit(c >> 8 & 15, 16))
          .append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
    } else {
      out.append(c);
    }
  }
}
