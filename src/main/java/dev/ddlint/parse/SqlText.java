package dev.ddlint.parse;

import dev.ddlint.ir.Identifier;
import dev.ddlint.parse.grammar.SqlLexer;
import dev.ddlint.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** What tokens stand for: names folded and cut as PostgreSQL does it, strings without their quotes. */
final class SqlText {
  /** NAMEDATALEN - 1 (manual, section 4.1.1). */
  private static final int NAME_BYTES = 63;

  private final String text;
  private final String filled;
  private final Placeholders placeholders;

  /**
   * @param text the file's
   * @param filled the same text with placeholders filled up, of equal length: what the lexer sees
   */
  SqlText(String text, String filled, Placeholders placeholders) {
    this.text = text;
    this.filled = filled;
    this.placeholders = placeholders;
  }

  /** What the lexer sees. */
  String all() {
    return filled;
  }

  String raw(Span span) {
    return span.of(text);
  }

  static Span span(Token token) {
    return new Span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  /** What stands between a string's quotes or dollar tags. */
  static Span inside(Token string, String text) {
    Span span = span(string);
    if (string.getType() == SqlLexer.DOLLAR_STRING) {
      int tag = text.indexOf('$', span.start() + 1) + 1 - span.start();
      return new Span(span.start() + tag, span.end() - tag);
    }
    return new Span(text.indexOf('\'', span.start()) + 1, span.end() - 1);
  }

  /**
   * The text with the inside of a string readable as SQL at the same offsets; empty where that cannot be. Doubled quotes
   * become a quote and a blank.
   */
  Optional<SqlText> opened(Token string) {
    if (string.getType() == SqlLexer.DOLLAR_STRING) {
      return Optional.of(this);
    } else if (!isPlain(string)) {
      return Optional.empty();
    }
    Span inside = inside(string, filled);
    return filled.indexOf('\'', inside.start()) < inside.end() ? unquoted(inside) : Optional.of(this);
  }

  private Optional<SqlText> unquoted(Span inside) {
    char[] raw = text.toCharArray();
    char[] lexed = filled.toCharArray();
    boolean open = false;
    for (int i = inside.start(); i < inside.end(); i++) {
      int end = i;
      while (end < inside.end() && filled.charAt(end) == '\'') {
        end++;
      }
      int quotes = (end - i) / 2;
      if (quotes == 1) {
        int blank = open ? i + 1 : i;
        raw[blank] = ' ';
        lexed[blank] = ' ';
        open = !open;
        i++;
      } else if (quotes > 1) {
        return Optional.empty();
      }
    }
    return Optional.of(new SqlText(new String(raw), new String(lexed), placeholders));
  }

  private boolean isPlain(Token string) {
    return string.getType() == SqlLexer.STRING && filled.charAt(string.getStartIndex()) == '\'';
  }

  Identifier identifier(Token token) {
    return new Identifier(name(token), span(token));
  }

  String name(Token token) {
    String written = filled.substring(token.getStartIndex(), token.getStopIndex() + 1);
    String restored = placeholders.restore(written, token.getStartIndex());
    return cut(token.getType() == SqlLexer.QUOTED ? unquote(restored) : fold(restored));
  }

  /** Folds ASCII letters only, as a server with a multi-byte encoding does. */
  static String fold(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        StringBuilder folded = new StringBuilder(word);
        for (; i < word.length(); i++) {
          char upper = word.charAt(i);
          if (upper >= 'A' && upper <= 'Z') {
            folded.setCharAt(i, (char) (upper + 32));
          }
        }
        return folded.toString();
      }
    }
    return word;
  }

  private static String unquote(String quoted) {
    boolean unicode = quoted.charAt(0) != '"';
    String inner = quoted.substring(unicode ? 3 : 1, quoted.length() - 1).replace("\"\"", "\"");
    return unicode ? unicodeEscapes(inner) : inner;
  }

  static String cut(String name) {
    if (name.length() * 3 <= NAME_BYTES) {
      return name;
    }
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= NAME_BYTES) {
      return name;
    }
    int end = NAME_BYTES;
    while ((bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /** The value of a string constant in any of its notations. */
  String string(Token token) {
    String written = placeholders.restore(span(token).of(filled), token.getStartIndex());
    if (token.getType() == SqlLexer.DOLLAR_STRING) {
      int tag = written.indexOf('$', 1) + 1;
      return written.substring(tag, written.length() - tag);
    }
    int quote = written.indexOf('\'');
    String inner = written.substring(quote + 1, written.length() - 1).replace("''", "'");
    if (token.getType() == SqlLexer.ESCAPE_STRING) {
      return backslashEscapes(inner);
    }
    return written.startsWith("U&") || written.startsWith("u&") ? unicodeEscapes(inner) : inner;
  }

  /** Manual, section 4.1.2.2. */
  private static String backslashEscapes(String inner) {
    if (inner.indexOf('\\') < 0) {
      return inner;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < inner.length();) {
      char c = inner.charAt(i++);
      if (c == '\\' && i < inner.length()) {
        i = escape(inner, i, out);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Appends what the escape at {@code i}, behind the backslash, stands for; the index behind it. */
  private static int escape(String inner, int i, StringBuilder out) {
    char c = inner.charAt(i);
    switch (c) {
      case 'n' -> out.append('\n');
      case 't' -> out.append('\t');
      case 'r' -> out.append('\r');
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'x' -> {
        return number(inner, i + 1, 2, 16, out);
      }
      case 'u' -> {
        return number(inner, i + 1, 4, 16, out);
      }
      case 'U' -> {
        return number(inner, i + 1, 8, 16, out);
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return number(inner, i, 3, 8, out);
      }
      default -> out.append(c);
    }
    return i + 1;
  }

  private static int number(String inner, int start, int most, int radix, StringBuilder out) {
    int value = 0;
    int end = start;
    while (end < inner.length() && end - start < most && Character.digit(inner.charAt(end), radix) >= 0) {
      value = value * radix + Character.digit(inner.charAt(end++), radix);
    }
    if (end == start) {
      out.append(inner.charAt(start - 1));
    } else if (Character.isValidCodePoint(value)) {
      out.appendCodePoint(value);
    } else {
      out.append('\uFFFD');
    }
    return end;
  }

  /** {@code \0061} and {@code \+000061}; what is malformed stays as it is. */
  private static String unicodeEscapes(String inner) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < inner.length(); i++) {
      if (inner.startsWith("\\\\", i)) {
        out.append('\\');
        i++;
        continue;
      }
      boolean plus = inner.startsWith("\\+", i);
      int digits = i + (plus ? 2 : 1);
      int end = digits + (plus ? 6 : 4);
      if (inner.charAt(i) == '\\' && end <= inner.length() && isHex(inner, digits, end)) {
        int point = Integer.parseInt(inner.substring(digits, end), 16);
        out.append(Character.isValidCodePoint(point) ? Character.toString(point) : "\uFFFD");
        i = end - 1;
      } else {
        out.append(inner.charAt(i));
      }
    }
    return out.toString();
  }

  private static boolean isHex(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
