package dev.ddlint.project;

import dev.ddlint.ir.Dialect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a layout claims of a folder. */
record History(List<Migration> up, List<Migration> aside, Optional<Dialect> dialect, List<String> notices) {

  static final History NONE = new History(List.of(), List.of(), Optional.empty(), List.of());

  /** Migrations that a tool applies by version, then name. */
  static final Comparator<Migration> BY_VERSION = Comparator.comparing(Migration::version, NaturalOrder.COMPARATOR)
      .thenComparing(Migration::name, NaturalOrder.COMPARATOR);

  static History of(List<Migration> up) {
    return of(up, List.of());
  }

  static History of(List<Migration> up, List<Migration> aside) {
    return new History(up, aside, Optional.empty(), List.of());
  }

  boolean isEmpty() {
    return up.isEmpty() && aside.isEmpty();
  }

  History in(Optional<Dialect> told) {
    return new History(up, aside, told, notices);
  }

  History filtered(Predicate<Migration> kept) {
    return new History(up.stream().filter(kept).toList(), aside.stream().filter(kept).toList(), dialect, notices);
  }

  /** Two files with one version: tools refuse that or run only one of them. */
  List<String> allNotices(Layout layout) {
    List<String> all = new ArrayList<>(notices);
    for (int i = 1; i < up.size(); i++) {
      Migration before = up.get(i - 1);
      Migration it = up.get(i);
      if (!it.version().isEmpty() && number(it).equals(number(before))) {
        all.add(it.shownPath() + ": has the version " + it.version() + " of " + before.shownPath() + "; "
            + layout.title()
            + " expects each version once, ddlint takes them in order of name; give one of them a version of its own");
      }
    }
    return all;
  }

  /** Tools that count read 01 and 1 as one version, Flyway 1.0 too. */
  private static String number(Migration migration) {
    String[] parts = migration.version().split("\\.", -1);
    int length = parts.length;
    while (length > 1 && parts[length - 1].chars().allMatch(c -> c == '0')) {
      length--;
    }
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < length; i++) {
      number.append(i == 0 ? "" : ".").append(withoutZeros(parts[i]));
    }
    return number.toString();
  }

  private static String withoutZeros(String version) {
    int zeros = 0;
    while (zeros < version.length() - 1 && version.charAt(zeros) == '0'
        && NaturalOrder.isDigit(version.charAt(zeros + 1))) {
      zeros++;
    }
    return version.substring(zeros);
  }
}
