package dev.ddlint.parse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Template placeholders, {@code {{ index .Options "Namespace" }}} and, where the layout has them, {@code ${name}}. Each
 * is lexed as if it were an identifier of equal length, so offsets stay those of the file.
 */
final class Placeholders {
  /** Private use: stands for one character of a placeholder and is a letter to the lexer. */
  private static final char FILLER = '\uE000';

  private final Map<Integer, Placeholder> found = new HashMap<>();
  private final Map<String, String> values;

  private record Placeholder(int end, String name) {}

  /** @param values what placeholders stand for, by name; those that are not listed stand for their own name */
  Placeholders(Map<String, String> values) {
    this.values = values;
  }

  /** The text with each placeholder filled up. */
  String fill(String text, boolean dollarBraces) {
    int first = text.indexOf("{{");
    boolean braces = dollarBraces && text.indexOf("${") >= 0;
    if (first < 0 && !braces) {
      return text;
    }
    char[] chars = text.toCharArray();
    for (int i = 0; i + 2 < chars.length; i++) {
      if (chars[i] == '{' && chars[i + 1] == '{') {
        i = fill(chars, text, i, 2, "}}");
      } else if (braces && chars[i] == '$' && chars[i + 1] == '{') {
        i = fill(chars, text, i, 2, "}");
      }
    }
    return found.isEmpty() ? text : new String(chars);
  }

  private int fill(char[] chars, String text, int at, int opening, String closing) {
    int inner = at + opening;
    while (inner < chars.length && (chars[inner] == ' ' || chars[inner] == '-')) {
      inner++;
    }
    boolean template = inner < chars.length && (Character.isLetter(chars[inner]) || chars[inner] == '.');
    if (!template) {
      return at;
    }
    for (int i = inner; i < chars.length; i++) {
      char c = chars[i];
      if (c == '\n' || c == ',' || c == '{') {
        return at;
      }
      if (text.startsWith(closing, i)) {
        int end = i + closing.length();
        found.put(at, new Placeholder(end, value(text.substring(inner, i).strip())));
        Arrays.fill(chars, at, end, FILLER);
        return end - 1;
      }
    }
    return at;
  }

  /** The last word says what is meant: {@code index .Options "Namespace"} is {@code namespace}. */
  private String value(String inner) {
    int end = inner.length();
    while (end > 0 && !Character.isLetterOrDigit(inner.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && (Character.isLetterOrDigit(inner.charAt(start - 1)) || inner.charAt(start - 1) == '_')) {
      start--;
    }
    String name = inner.substring(start, end);
    return values.getOrDefault(name, name.toLowerCase(Locale.ROOT));
  }

  /** The text of an identifier or string with the placeholders' values in it. */
  String restore(String text, int offset) {
    if (found.isEmpty() || text.indexOf(FILLER) < 0) {
      return text;
    }
    StringBuilder restored = new StringBuilder();
    for (int i = 0; i < text.length();) {
      Placeholder placeholder = text.charAt(i) == FILLER ? found.get(offset + i) : null;
      if (placeholder == null) {
        restored.append(text.charAt(i++));
      } else {
        restored.append(placeholder.name());
        i = placeholder.end() - offset;
      }
    }
    return restored.toString();
  }
}
