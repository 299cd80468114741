package dev.ddlint.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a verb may be given. Written by hand after measuring: picocli's classes are too old to be kept in a start-up
 * archive, and cost more time at each start than all of ddlint (60 of 125 ms).
 *
 * @param parameter what the parameters are, as help names them
 * @param least how many parameters are needed
 * @param most how many may be given
 */
record Syntax(String verb, String summary, String parameter, String parameterHelp, int least, int most,
    List<Option> options) {
  static final String HELP = "--help";
  private static final int LABELS = 28;

  /**
   * @param label of its value, in upper case; empty when it takes none
   * @param words that its value may be; empty where it is no choice
   */
  record Option(String name, String label, String help, boolean repeatable, List<String> words) {

    static Option one(String name, String label, String help) {
      return new Option(name, label, help, false, List.of());
    }

    /** An option without a value. */
    static Option flag(String name, String help) {
      return new Option(name, "", help, false, List.of());
    }

    /** An option whose value is one of a few words. */
    static Option word(String name, String label, List<String> words, String help) {
      return new Option(name, label, help, false, words);
    }

    static Option many(String name, String label, String help) {
      return new Option(name, label, help, true, List.of());
    }
  }

  static boolean asksForHelp(List<String> typed) {
    int end = typed.indexOf("--");
    List<String> options = end < 0 ? typed : typed.subList(0, end);
    return options.contains(HELP) || options.contains("-h");
  }

  Arguments parse(List<String> typed) {
    Map<String, List<String>> values = new HashMap<>();
    List<String> parameters = new ArrayList<>();
    int i = 0;
    while (i < typed.size()) {
      String word = typed.get(i);
      if (word.equals("--")) {
        parameters.addAll(typed.subList(i + 1, typed.size()));
        i = typed.size();
      } else if (word.startsWith("-") && word.length() > 1) {
        i = option(typed, i, values);
      } else {
        parameters.add(word);
        i++;
      }
    }
    requireNumber(parameters);
    return new Arguments(values, parameters);
  }

  /** Reads the option at a place, and gives the place behind it and its value. */
  private int option(List<String> typed, int at, Map<String, List<String>> values) {
    String word = typed.get(at);
    int equals = word.indexOf('=');
    Option option = option(equals < 0 ? word : word.substring(0, equals));
    if (option.label().isEmpty()) {
      if (equals >= 0) {
        throw new UsageError(option.name() + " takes no value");
      }
      values.put(option.name(), List.of());
      return at + 1;
    }
    boolean apart = equals < 0;
    if (apart && (at + 1 == typed.size() || typed.get(at + 1).startsWith("--"))) {
      throw new UsageError(option.name() + ": expected a value, " + option.name() + " " + option.label());
    }
    List<String> given = values.computeIfAbsent(option.name(), name -> new ArrayList<>());
    given.add(apart ? typed.get(at + 1) : word.substring(equals + 1));
    if (given.size() > 1 && !option.repeatable()) {
      throw new UsageError(option.name() + " was given twice: " + String.join(" and ", given));
    }
    return apart ? at + 2 : at + 1;
  }

  private Option option(String name) {
    for (Option option : options) {
      if (option.name().equals(name)) {
        return option;
      }
    }
    throw new UsageError("ddlint " + verb + " has no option `" + name + "`"
        + Nearest.hint(name, options.stream().map(Option::name).toList()) + " (all options: ddlint " + verb
        + " --help)");
  }

  private void requireNumber(List<String> parameters) {
    if (parameters.size() < least) {
      throw new UsageError("ddlint " + verb + ": expected " + parameter);
    }
    if (most == 0 && !parameters.isEmpty()) {
      throw new UsageError("ddlint " + verb + ": `" + parameters.get(0) + "` is too many; it takes options alone");
    }
    if (parameters.size() > most) {
      throw new UsageError("ddlint " + verb + ": `" + parameters.get(most) + "` is one " + parameter + " too many");
    }
  }

  String help() {
    StringBuilder out = new StringBuilder("Usage: ddlint ").append(verb).append(options.isEmpty() ? "" : " [OPTIONS]");
    if (most > 0) {
      out.append(least > 0 ? " " + parameter : " [" + parameter).append(most > Math.max(1, least) ? "..." : "")
          .append(least > 0 ? "" : "]");
    }
    out.append("\n\n").append(summary).append(".\n\n");
    if (most > 0) {
      line(out, parameter, parameterHelp);
    }
    options.forEach(option -> line(out, (option.name() + " " + option.label()).strip(), option.help()));
    line(out, "-h, " + HELP, "shows this help");
    return out.toString();
  }

  private static void line(StringBuilder out, String label, String help) {
    out.append("  ").append(label).append(" ".repeat(Math.max(1, LABELS - label.length()))).append(help).append('\n');
  }
}
