package dev.ddlint.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a verb was given. */
record Arguments(Map<String, List<String>> options, List<String> parameters) {
  static final String COLOR = "--color";
  static final String FORMAT = "--format";
  static final Syntax.Option COLOR_OPTION = Syntax.Option.word(COLOR, "WHEN",
      List.of("auto", "always", "never"),
      "auto (default), always or never; NO_COLOR turns auto off");

  List<String> texts(String option) {
    return options.getOrDefault(option, List.of());
  }

  Optional<String> text(String option) {
    return texts(option).stream().findFirst();
  }

  /** Whether an option without a value was typed. */
  boolean has(String flag) {
    return options.containsKey(flag);
  }

  /** The value of an option that takes one of a few words; the first of them unless another was typed. */
  String word(String option, List<String> words) {
    String value = text(option).orElse(words.get(0));
    if (!words.contains(value)) {
      throw new UsageError(option + " " + value + ": expected " + alternatives(words));
    }
    return value;
  }

  String color() {
    return word(COLOR, COLOR_OPTION.words());
  }

  /** A whole number between two bounds. */
  Optional<Integer> number(String option, int least, int most) {
    return text(option).map(value -> {
      boolean digits = !value.isEmpty() && value.length() < 6 && value.chars().allMatch(c -> c >= '0' && c <= '9');
      int number = digits ? Integer.parseInt(value) : -1;
      if (number < least || number > most) {
        throw new UsageError(option + " " + value + ": expected a number from " + least + " to " + most);
      }
      return number;
    });
  }

  /** {@code a, b or c}. */
  static String alternatives(List<String> words) {
    int last = words.size() - 1;
    return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
