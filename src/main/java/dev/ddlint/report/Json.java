package dev.ddlint.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Strings as JSON has them; small outputs need no library, whose start costs more than they do. */
public final class Json {

  private Json() {}

  public static String strings(List<String> values) {
    return values.stream().map(Json::string).collect(Collectors.joining(", ", "[", "]"));
  }

  /** An enum constant as JSON's words are written here: {@code same-end}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * A value, indented by two spaces a level.
   *
   * @param value a map with texts as keys, a list, a text, a number or a truth value
   */
  public static String value(Object value) {
    StringBuilder out = new StringBuilder();
    append(out, value, "\n");
    return out.toString();
  }

  private static void append(StringBuilder out, Object value, String lineEnd) {
    if (value instanceof Map<?, ?> object) {
      members(out, object.entrySet(), lineEnd, '{', '}', (entry, end) -> {
        out.append(string(String.valueOf(entry.getKey()))).append(": ");
        append(out, entry.getValue(), end);
      });
    } else if (value instanceof List<?> list) {
      members(out, list, lineEnd, '[', ']', (item, end) -> append(out, item, end));
    } else {
      out.append(value instanceof String text ? string(text) : String.valueOf(value));
    }
  }

  private static <T> void members(StringBuilder out, Collection<T> members, String lineEnd, char open, char close,
      BiConsumer<T, String> member) {
    String inside = lineEnd + "  ";
    String separator = inside;
    out.append(open);
    for (T each : members) {
      out.append(separator);
      member.accept(each, inside);
      separator = "," + inside;
    }
    out.append(members.isEmpty() ? "" : lineEnd).append(close);
  }

  /**
   * A string in quotes (RFC 8259, section 7); lone surrogates are escaped, so that the output is valid UTF-8, and
   * so is what would turn, hide or command something where the output is shown.
   */
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
    boolean hidden = c >= 0x7F && SafeText.isHarmful(c) && !paired || SafeText.isCommand(value, i);
    if (c < ' ' || hidden || Character.isSurrogate(c) && !paired) {
      out.append("\\u").append(Character.forDigit(c >> 12 & 15, 16)).append(Character.forDigit(c >> 8 & 15, 16))
          .append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
    } else {
      out.append(c);
    }
  }
}
