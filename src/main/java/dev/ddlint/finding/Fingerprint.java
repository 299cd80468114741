package dev.ddlint.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** A finding's identity over time: rule, object and the clause without its layout. */
public final class Fingerprint {
  private static final int BYTES = 16;

  private Fingerprint() {}

  public static String of(String rule, ObjectPath object, String clause) {
    String identity = rule + "\n" + object.kind() + " " + object.name() + "\n" + normalised(clause);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** White space, case of words and trailing semicolons do not count. */
  static String normalised(String clause) {
    return clause.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT).replaceAll(";+$", "");
  }
}
