package dev.ddlint.rule.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words in a migration's name, its version left out, in lower case. */
final class NameParts {
  /** Words that go before or behind the name for a tool's sake. */
  private static final Set<String> OF_TOOLS = Set.of("up", "down", "sql", "postgres", "postgresql", "pg", "autocommit");

  private NameParts() {}

  static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean hump = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
      if (!Character.isLetter(c) || hump) {
        add(word, words);
      }
      if (Character.isLetter(c)) {
        word.append(c);
      }
    }
    add(word, words);
    return words;
  }

  /** One letter alone is a version's: V1, U2, 20260101T1200Z. */
  private static void add(StringBuilder word, List<String> words) {
    String text = word.toString().toLowerCase(Locale.ROOT);
    if (text.length() > 1 && !OF_TOOLS.contains(text)) {
      words.add(text);
    }
    word.setLength(0);
  }
}
