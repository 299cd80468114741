package dev.ddlint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text of files for a terminal: what would move the cursor, hide or reverse other text is replaced, and the width is
 * known, so that carets stand where they should.
 */
final class SafeText {
  private static final Pattern LINE_END = Pattern.compile("\\R");
  private static final String COMMAND = "::";
  private static final int TAB = 4;
  private static final char REPLACEMENT = '\uFFFD';

  private SafeText() {}

  /** The text on one line, with line ends as spaces. */
  static String oneLine(String text) {
    return of(text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? text : LINE_END.matcher(text).replaceAll(" "));
  }

  /** A line with tabs expanded and without control characters. */
  static String of(String line) {
    if (isPlain(line)) {
      return line;
    }
    StringBuilder out = new StringBuilder(line.length());
    int column = 0;
    for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
      int c = line.codePointAt(i);
      if (c == '\t') {
        int spaces = TAB - column % TAB;
        out.append(" ".repeat(spaces));
        column += spaces;
      } else {
        int shown = isHarmful(c) || isCommand(line, i) ? REPLACEMENT : c;
        out.appendCodePoint(shown);
        column += width(shown);
      }
    }
    return out.toString();
  }

  /**
   * The lines of a text, each as {@link #of} shows it. A line that begins with {@code ::} is a command of GitHub's
   * runners, blanks before it or not: it goes on in the line before, which SQL reads alike.
   */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.lines().map(SafeText::of).toList()) {
      if (!line.stripLeading().startsWith(COMMAND)) {
        lines.add(line);
      } else if (lines.isEmpty()) {
        lines.add(beginning(line));
      } else {
        lines.add(lines.removeLast() + " " + line.stripLeading());
      }
    }
    return lines;
  }

  /** A line that begins with text of a file, which gives no command. */
  static String beginning(String line) {
    return line.stripLeading().startsWith(COMMAND) ? REPLACEMENT + line.stripLeading().substring(1) : line;
  }

  /** {@code ##[} anywhere in a line begins a command of GitHub's and Azure's runners. */
  static boolean isCommand(String line, int at) {
    return line.charAt(at) == '[' && line.startsWith("##", at - 2);
  }

  /** The columns that a text takes, as {@link #of} shows it. */
  static int columns(String line) {
    return isPlain(line) ? line.length() : of(line).codePoints().map(SafeText::width).sum();
  }

  /** Most text is ASCII that shows as it is. */
  private static boolean isPlain(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c < ' ' || c > '~' || isCommand(line, i)) {
        return false;
      }
    }
    return true;
  }

  static boolean isHarmful(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      // Zero-width joiners build emoji; all other format characters turn text around or hide it.
      case Character.FORMAT -> c != 0x200D;
      default -> false;
    };
  }

  /** As terminals count: 2 for wide characters and emoji, 0 for what is set over the one before. */
  private static int width(int c) {
    if (c < 0x300) {
      return 1;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  /** Unicode's East Asian width W and F, in ranges that are a little too wide where nothing is assigned. */
  private static boolean isWide(int c) {
    return between(c, 0x1100, 0x115F) || between(c, 0x2E80, 0x303E) || between(c, 0x3041, 0xA4CF)
        || between(c, 0xAC00, 0xD7A3) || between(c, 0xF900, 0xFAFF) || between(c, 0xFE30, 0xFE6F)
        || between(c, 0xFF00, 0xFF60) || between(c, 0xFFE0, 0xFFE6) || between(c, 0x1F300, 0x1F64F)
        || between(c, 0x1F680, 0x1F6FF) || between(c, 0x1F7E0, 0x1F7EB) || between(c, 0x1F900, 0x1FAFF)
        || between(c, 0x20000, 0x3FFFD);
  }

  private static boolean between(int c, int first, int last) {
    return c >= first && c <= last;
  }
}
