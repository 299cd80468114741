package dev.ddlint.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** String literals of configuration files, read without understanding the rest. */
final class Quoted {

  private Quoted() {}

  static Optional<String> first(String text) {
    return all(text).stream().findFirst();
  }

  /** What stands in single or double quotes, in order; escapes are left as they are. */
  static List<String> all(String text) {
    List<String> found = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = c == '"' || c == '\'' ? text.indexOf(c, i + 1) : -1;
      if (end > 0) {
        found.add(text.substring(i + 1, end));
        i = end;
      }
      i++;
    }
    return found;
  }
}
