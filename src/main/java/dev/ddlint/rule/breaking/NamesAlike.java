package dev.ddlint.rule.breaking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether one name can be the other after a rename: they share words, or differ by a letter or two. */
final class NamesAlike {
  private static final int FEW = 2;
  private static final Set<String> KINDS = Set.of("id", "ids", "encrypted", "hash", "hashed", "digest");

  private NamesAlike() {}

  static boolean of(String a, String b) {
    List<String> first = words(a);
    List<String> second = words(b);
    Set<String> all = new HashSet<>(first);
    all.addAll(second);
    long shared = first.stream().distinct().filter(second::contains).count();
    boolean sameWords = 2 * shared >= all.size();
    String x = String.join("", first);
    String y = String.join("", second);
    return sameWords || Math.min(x.length(), y.length()) > 2 * FEW && distance(x, y) <= FEW;
  }

  /** An id is no name of a thing, and what is encrypted or hashed is not what it was made of. */
  static boolean sayOneKind(String a, String b) {
    List<String> first = words(a);
    List<String> second = words(b);
    return KINDS.stream().allMatch(kind -> first.contains(kind) == second.contains(kind));
  }

  /** snake_case and camelCase taken apart, in lower case. */
  static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean begins = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
      if (!Character.isLetterOrDigit(c) || begins) {
        take(word, words);
      }
      if (Character.isLetterOrDigit(c)) {
        word.append(Character.toLowerCase(c));
      }
    }
    take(word, words);
    return words;
  }

  private static void take(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  /** How many letters have to be changed, added or taken away. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
