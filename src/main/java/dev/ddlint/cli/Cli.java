package dev.ddlint.cli;

import dev.ddlint.report.Product;
import java.util.List;
import java.util.Optional;

/** Finds the verb that was typed, reads its options and runs it. */
final class Cli {
  private final List<Verb> verbs;

  Cli(List<Verb> verbs) {
    this.verbs = verbs;
  }

  /** @return the exit code */
  int run(List<String> arguments, Console console) {
    try {
      return dispatch(arguments, console);
    } catch (UsageError e) {
      console.say(String.valueOf(e.getMessage()));
      return ExitCode.FAILURE;
    }
  }

  private int dispatch(List<String> arguments, Console console) {
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    switch (first) {
      case "--version", "-V" -> console.out().println(Product.NAME + " " + Product.version());
      case "--help", "-h" -> console.out().print(help());
      case "" -> {
        console.err().print(help());
        return ExitCode.FAILURE;
      }
      default -> {
        return run(verb(first), arguments.subList(1, arguments.size()), console);
      }
    }
    return ExitCode.CLEAN;
  }

  private Verb verb(String typed) {
    Optional<Verb> found = verbs.stream().filter(verb -> verb.name().equals(typed)).findFirst();
    List<String> names = verbs.stream().map(Verb::name).toList();
    return found.orElseThrow(() -> new UsageError("`" + typed + "` is no verb" + Nearest.hint(typed, names)
        + " (expected " + Arguments.alternatives(names) + ")"));
  }

  private static int run(Verb verb, List<String> arguments, Console console) {
    Syntax syntax = verb.syntax();
    if (Syntax.asksForHelp(arguments)) {
      console.out().print(syntax.help());
      return ExitCode.CLEAN;
    }
    return verb.run(syntax.parse(arguments), console);
  }

  private String help() {
    StringBuilder out = new StringBuilder("Usage: ddlint VERB [OPTIONS] [ARGUMENTS]\n\n"
        + "Says what database migrations and Prisma schemas do to production, before they are merged.\n\n");
    int width = verbs.stream().mapToInt(verb -> verb.name().length()).max().orElse(0);
    for (Verb verb : verbs) {
      out.append("  ").append(verb.name()).append(" ".repeat(width - verb.name().length() + 2)).append(verb.summary())
          .append('\n');
    }
    return out.append("""

        ddlint VERB --help shows a verb's options, ddlint --version the version.
        Exit codes: 0 nothing to complain of, 1 findings, 2 wrong use or a failure.
        """).toString();
  }
}
