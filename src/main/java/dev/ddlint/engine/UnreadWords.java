package dev.ddlint.engine;

import dev.ddlint.ir.Unrecognized;
import dev.ddlint.parse.Script;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The words of the statements that could not be understood: what these name is uncertain. */
final class UnreadWords {

  private UnreadWords() {}

  static Set<String> of(Script script) {
    Set<String> words = new HashSet<>();
    String text = script.file().text();
    script.statements().stream().flatMap(Unrecognized::in)
        .map(statement -> statement.span().of(text).toLowerCase(Locale.ROOT)).forEach(statement -> {
          add(statement, words);
          addQuoted(statement, words);
        });
    return words;
  }

  private static void add(String text, Set<String> words) {
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && Character.isJavaIdentifierPart(text.charAt(i));
      if (!inside && start >= 0) {
        words.add(text.substring(start, i));
      }
      start = inside ? start < 0 ? i : start : -1;
    }
  }

  /** A quoted name may be more than a word. */
  private static void addQuoted(String text, Set<String> words) {
    String[] parts = text.split("\"", -1);
    for (int i = 1; i < parts.length; i += 2) {
      words.add(parts[i]);
    }
  }
}
