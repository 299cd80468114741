package dev.ddlint.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Options in picocli's programmatic model: reading annotations would cost a fifth of a second at each start. */
final class Options {
  static final String COLOR = "--color";
  static final String FORMAT = "--format";

  private Options() {}

  static CommandSpec command(Verb verb) {
    CommandSpec spec = CommandSpec.create().name("ddlint " + verb.name());
    spec.usageMessage().description(verb.summary() + ".");
    spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("Shows this help.").build());
    return spec;
  }

  static OptionSpec one(String name, String label, String description) {
    return OptionSpec.builder(name).paramLabel(label).type(String.class).arity("1").description(description).build();
  }

  static OptionSpec many(String name, String label, String description) {
    return OptionSpec.builder(name).paramLabel(label).type(List.class).auxiliaryTypes(String.class).arity("1")
        .description(description).build();
  }

  static OptionSpec color() {
    return one(COLOR, "WHEN", "auto (default), always or never; NO_COLOR turns auto off.");
  }

  static PositionalParamSpec parameters(String label, String arity, String description) {
    return PositionalParamSpec.builder().paramLabel(label).type(List.class).auxiliaryTypes(String.class).arity(arity)
        .description(description).build();
  }

  static String color(ParseResult arguments) {
    return word(arguments, COLOR, "auto", List.of("auto", "always", "never"));
  }

  /** The value of an option that takes one of a few words. */
  static String word(ParseResult arguments, String option, String byDefault, List<String> words) {
    String value = text(arguments, option).orElse(byDefault);
    if (!words.contains(value)) {
      throw new UsageError(option + " " + value + ": expected " + alternatives(words));
    }
    return value;
  }

  static Optional<String> text(ParseResult arguments, String option) {
    return Optional.ofNullable(arguments.matchedOptionValue(option, null));
  }

  static List<String> texts(ParseResult arguments, String option) {
    return arguments.matchedOptionValue(option, List.of());
  }

  static List<String> positionals(ParseResult arguments) {
    return arguments.matchedPositionalValue(0, List.of());
  }

  /** A whole number between two bounds. */
  static Optional<Integer> number(ParseResult arguments, String option, int least, int most) {
    return text(arguments, option).map(value -> {
      boolean digits = !value.isEmpty() && value.length() < 6 && value.chars().allMatch(c -> c >= '0' && c <= '9');
      int number = digits ? Integer.parseInt(value) : -1;
      if (number < least || number > most) {
        throw new UsageError(option + " " + value + ": expected a number from " + least + " to " + most);
      }
      return number;
    });
  }

  static <E extends Enum<E>> String alternatives(E[] values, java.util.function.Function<E, String> word) {
    return alternatives(Arrays.stream(values).map(word).toList());
  }

  static String alternatives(List<String> words) {
    int last = words.size() - 1;
    return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
