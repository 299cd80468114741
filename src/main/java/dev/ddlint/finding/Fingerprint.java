package dev.ddlint.finding;

import java.util.HexFormat;

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
    String identity = rule + '\n' + object.kind() + ' ' + object.name() + '\n' + normalised(clause);
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

  /** White space, case of words and trailing semicolons do not count. */
  static String normalised(String clause) {
    StringBuilder normalised = new StringBuilder(clause.length());
    boolean blank = true;
    for (int i = 0; i < clause.length(); i++) {
      char c = clause.charAt(i);
      if (Character.isWhitespace(c)) {
        if (!blank) {
          normalised.append(' ');
        }
        blank = true;
      } else {
        normalised.append(Character.toLowerCase(c));
        blank = false;
      }
    }
    int end = normalised.length();
    while (end > 0 && (normalised.charAt(end - 1) == ' ' || normalised.charAt(end - 1) == ';')) {
      end--;
    }
    return normalised.substring(0, end);
  }
}
