package dev.ddlint.cli;

import dev.ddlint.config.NearestName;
import java.util.Collection;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Nearest {

  private Nearest() {}

  /** The most alike of some names, if one is alike enough: it begins like it, or few letters differ. */
  static Optional<String> to(String typed, Collection<String> names) {
    Optional<String> longer = names.stream().filter(name -> typed.length() > 2 && name.startsWith(typed)).sorted()
        .findFirst();
    return longer.or(() -> NearestName.of(typed, names));
  }

  /** {@code ; did you mean `name`?}, or nothing. */
  static String hint(String typed, Collection<String> names) {
    return to(typed, names).map(name -> "; did you mean `" + name + "`?").orElse("");
  }
}
