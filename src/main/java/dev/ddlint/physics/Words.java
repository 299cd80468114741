package dev.ddlint.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An expression or query as a list of words, for the few questions that physics asks of one. Comments are left out;
 * strings stay whole.
 */
final class Words {

  /** @param quoted whether it is an identifier written in double quotes, which is no keyword */
  record Word(String text, boolean quoted) {

    boolean is(String keyword) {
      return !quoted && text.equals(keyword);
    }

    boolean isName() {
      return quoted || !text.isEmpty() && Character.isUnicodeIdentifierStart(text.charAt(0)) || text.startsWith("_");
    }
  }

  private final String text;
  private final List<Word> words = new ArrayList<>();
  private int at;

  private Words(String text) {
    this.text = text;
  }

  static List<Word> of(String text) {
    Words words = new Words(text);
    while (words.at < text.length()) {
      words.next();
    }
    return List.copyOf(words.words);
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (text.startsWith("--", at)) {
      at = endOr(text.indexOf('\n', at));
    } else if (text.startsWith("/*", at)) {
      at = endOr(text.indexOf("*/", at + 2) + 2, 2);
    } else if (c == '\'') {
      take(quotedEnd('\''), false);
    } else if (c == '"') {
      int end = quotedEnd('"');
      words.add(new Word(text.substring(at + 1, Math.max(at + 1, end - 1)).replace("\"\"", "\""), true));
      at = end;
    } else if (c == '$' && dollarEnd() > 0) {
      take(dollarEnd(), false);
    } else if (isWordPart(c)) {
      int end = at;
      while (end < text.length() && (isWordPart(text.charAt(end)) || isDecimalPoint(end))) {
        end++;
      }
      take(end, true);
    } else {
      take(at + (text.startsWith("::", at) ? 2 : 1), false);
    }
  }

  private void take(int end, boolean fold) {
    String word = text.substring(at, end);
    words.add(new Word(fold ? word.toLowerCase(Locale.ROOT) : word, false));
    at = end;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c > 127;
  }

  private boolean isDecimalPoint(int i) {
    return text.charAt(i) == '.' && Character.isDigit(text.charAt(at));
  }

  private int endOr(int found) {
    return found < 0 ? text.length() : found;
  }

  private int endOr(int found, int notFound) {
    return found < notFound ? text.length() : found;
  }

  /** The end of a string or quoted identifier; a doubled quote stands for one. */
  private int quotedEnd(char quote) {
    int i = at + 1;
    while (i < text.length()) {
      if (text.charAt(i) != quote) {
        i++;
      } else if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
        i += 2;
      } else {
        return i + 1;
      }
    }
    return text.length();
  }

  private int dollarEnd() {
    int open = text.indexOf('$', at + 1);
    if (open < 0 || !text.substring(at + 1, open).chars().allMatch(c -> isWordPart((char) c))) {
      return -1;
    }
    String tag = text.substring(at, open + 1);
    int close = text.indexOf(tag, open + 1);
    return close < 0 ? text.length() : close + tag.length();
  }
}
