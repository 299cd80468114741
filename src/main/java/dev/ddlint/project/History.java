package dev.ddlint.project;

import dev.ddlint.ir.Dialect;
import dev.ddlint.text.Order;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a layout claims of a folder. */
record History(List<Migration> up, List<Migration> aside, Optional<Dialect> dialect, List<String> notices) {

  static final History NONE = new History(List.of(), List.of(), Optional.empty(), List.of());

  /** Migrations that a tool applies by version, then name. */
  static final Comparator<Migration> BY_VERSION = Order.by(Migration::version, NaturalOrder.COMPARATOR)
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
}
