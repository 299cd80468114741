package dev.ddlint.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Nearest {

  private Nearest() {}

  /** The most alike of some names, if one is alike enough: it begins like it, or few letters differ. */
  static Optional<String> to(String typed, Collection<String> names) {
    Optional<String> longer = names.stream().filter(name -> typed.length() > 2 && name.startsWith(typed)).sorted()
        .findFirst();
    return longer.or(() -> closest(typed, names));
  }

  private static Optional<String> closest(String typed, Collection<String> names) {
    int farthest = Math.max(2, typed.length() / 3);
    return names.stream()
        .min(Comparator.<String>comparingInt(name -> distance(typed, name)).thenComparing(name -> name))
        .filter(name -> distance(typed, name) <= farthest);
  }

  /** {@code ; did you mean `name`?}, or nothing. */
  static String hint(String typed, Collection<String> names) {
    return to(typed, names).map(name -> "; did you mean `" + name + "`?").orElse("");
  }

  /** Levenshtein's: how many letters to insert, delete or replace. */
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
