package dev.ddlint.finding;

import java.util.HexFormat;
import java.util.Locale;

/**
 * A finding's identity over time: rule, object and the clause without its layout. A plain 128-bit hash: nothing here is
 * secret, and the JDK's digests cost a start of their own.
 */
public final class Fingerprint {
  private static final long FIRST_BASIS = 0xcbf29ce484222325L;
  private static final long SECOND_BASIS = 0x9ae16a3b2f90404fL;
  private static final long PRIME = 0x100000001b3L;

  private Fingerprint() {}

  public static String of(String rule, ObjectPath object, String clause) {
    // Other names are folded already, or quoted.
    String name = object.isStatement() ? object.name().toLowerCase(Locale.ROOT) : object.name();
    String identity = rule + '\n' + object.kind() + ' ' + name + '\n' + normalised(clause);
    long first = FIRST_BASIS;
    long second = SECOND_BASIS;
    for (int i = 0; i < identity.length(); i++) {
      first = (first ^ identity.charAt(i)) * PRIME;
      second = Long.rotateLeft(second ^ identity.charAt(i), 29) * PRIME + i;
    }
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(mixed(first)) + hex.toHexDigits(mixed(second));
  }

  /** Spreads each bit over the word (the finaliser of MurmurHash3). */
  private static long mixed(long hash) {
    long h = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
    return h ^ h >>> 33;
  }

  /**
   * Comments, white space that parts no words, case and trailing semicolons do not count: what a formatter changes.
   */
  static String normalised(String clause) {
    return bare(clause).toLowerCase(Locale.ROOT);
  }

  /** As {@link #normalised}, in the case of the file. */
  static String bare(String clause) {
    StringBuilder out = new StringBuilder(clause.length());
    boolean blank = false;
    int i = 0;
    while (i < clause.length()) {
      char c = clause.charAt(i);
      int behind = behindComment(clause, i);
      if (behind > i || Character.isWhitespace(c)) {
        blank = true;
        i = Math.max(behind, i + 1);
      } else {
        if (blank && !out.isEmpty() && isWord(out.charAt(out.length() - 1)) && isWord(c)) {
          out.append(' ');
        }
        blank = false;
        int end = c == '\'' || c == '"' ? behindQuote(clause, i, c) : i + 1;
        out.append(clause, i, end);
        i = end;
      }
    }
    int end = out.length();
    while (end > 0 && out.charAt(end - 1) == ';') {
      end--;
    }
    return out.substring(0, end);
  }

  /** The end of the comment that begins here; the place itself where none does. */
  private static int behindComment(String text, int at) {
    if (text.startsWith("--", at)) {
      int end = text.indexOf('\n', at);
      return end < 0 ? text.length() : end + 1;
    }
    if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      return end < 0 ? text.length() : end + 2;
    }
    return at;
  }

  private static int behindQuote(String text, int at, char quote) {
    int end = text.indexOf(quote, at + 1);
    return end < 0 ? text.length() : end + 1;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '"' || c == '\'' || c == '$';
  }
}
