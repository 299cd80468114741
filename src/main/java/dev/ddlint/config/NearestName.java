package dev.ddlint.config;

import java.util.Collection;
import java.util.Optional;

/** The name that was probably meant. */
public final class NearestName {

  private NearestName() {}

  /** The closest of the names by edit distance; empty when none is near. */
  public static Optional<String> of(String written, Collection<String> names) {
    String nearest = "";
    // Of a short word at least a letter has to be the same.
    int best = Math.min(written.length(), Math.max(2, written.length() / 3) + 1);
    for (String name : names.stream().sorted().toList()) {
      int distance = distance(written, name);
      if (distance < best) {
        best = distance;
        nearest = name;
      }
    }
    return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
  }

  /** {@code , did you mean `x`?} or nothing. */
  public static String suggestion(String written, Collection<String> names) {
    return of(written, names).map(name -> ", did you mean `" + name + "`?").orElse("");
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
