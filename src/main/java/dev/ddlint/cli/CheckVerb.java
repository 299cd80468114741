package dev.ddlint.cli;

import dev.ddlint.cli.CheckRequest.Format;
import dev.ddlint.cli.CheckRequest.Output;
import dev.ddlint.finding.Level;
import dev.ddlint.rule.RuleIndex;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ddlint check [PATH...]}. */
final class CheckVerb implements Verb {
  private static final String OUTPUT = "--output";
  private static final String FAIL_ON = "--fail-on";
  private static final String COVERAGE = "--require-coverage";
  private static final String CONFIG = "--config";
  private static final String PRESET = "--preset";
  private static final String RULE = "--rule";
  private static final String POSTGRES = "--postgres-version";

  private final CheckRequest.Command command;

  CheckVerb(CheckRequest.Command command) {
    this.command = command;
  }

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String summary() {
    return "Says what migrations and Prisma schemas do to production";
  }

  @Override
  public CommandSpec options() {
    return Options.command(this)
        .addPositional(Options.parameters("PATH", "0..*", "Files and folders; the working directory when none."))
        .addOption(Options.one(Options.FORMAT, "FORMAT", "text (default) or sarif, on standard output."))
        .addOption(Options.many(OUTPUT, "FORMAT=FILE", "Writes another report to a file. Repeatable."))
        .addOption(Options.one(FAIL_ON, "LEVEL", "Exit 1 from this level: error (default), warning, note or never."))
        .addOption(Options.one(COVERAGE, "PERCENT", "Exit 1 when fewer statements were understood."))
        .addOption(Options.one(CONFIG, "FILE", "The configuration; looked for beside the migrations when not given."))
        .addOption(Options.one(PRESET, "NAME", "recommended (default) or strict: all rules."))
        .addOption(Options.many(RULE, "ID=LEVEL", "error, warning, note or off for a rule. Repeatable."))
        .addOption(Options.one(POSTGRES, "MAJOR", "The oldest PostgreSQL that the migrations run on."))
        .addOption(Options.color());
  }

  @Override
  public int run(ParseResult arguments, Console console) {
    return command.run(request(arguments, console), console);
  }

  private static CheckRequest request(ParseResult arguments, Console console) {
    List<String> paths = Options.positionals(arguments);
    String failOn = Options.word(arguments, FAIL_ON, "error", List.of("error", "warning", "note", "never"));
    return new CheckRequest(paths.isEmpty() ? List.of(".") : paths,
        format(Options.text(arguments, Options.FORMAT).orElse("text")),
        Options.texts(arguments, OUTPUT).stream().map(CheckVerb::output).toList(),
        failOn.equals("never") ? Optional.empty() : Optional.of(level(failOn)),
        Options.number(arguments, COVERAGE, 0, 100), Options.text(arguments, CONFIG),
        Options.word(arguments, PRESET, "recommended", List.of("recommended", "strict")).equals("strict"),
        rules(Options.texts(arguments, RULE)), console.style(Options.color(arguments)),
        Options.number(arguments, POSTGRES, 10, 99));
  }

  private static Format format(String word) {
    for (Format format : Format.values()) {
      if (word(format).equals(word)) {
        return format;
      }
    }
    throw new UsageError("no format is named `" + word + "`, expected "
        + Options.alternatives(Format.values(), CheckVerb::word));
  }

  private static String word(Format format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  private static Output output(String typed) {
    int equals = typed.indexOf('=');
    if (equals < 0 || equals == typed.length() - 1) {
      throw new UsageError(OUTPUT + " " + typed + ": expected FORMAT=FILE, such as sarif=ddlint.sarif");
    }
    return new Output(format(typed.substring(0, equals)), typed.substring(equals + 1));
  }

  private static Map<String, Optional<Level>> rules(List<String> typed) {
    Map<String, Optional<Level>> levels = new LinkedHashMap<>();
    if (!typed.isEmpty()) {
      RuleNames names = new RuleNames(RuleIndex.load());
      typed.forEach(entry -> rule(entry, names, levels));
    }
    return levels;
  }

  private static void rule(String typed, RuleNames names, Map<String, Optional<Level>> levels) {
    int equals = typed.indexOf('=');
    String word = typed.substring(equals + 1);
    boolean known = word.equals("off") || Arrays.stream(Level.values()).anyMatch(level -> level.word().equals(word));
    if (equals < 0 || !known) {
      throw new UsageError(RULE + " " + typed + ": expected ID=LEVEL with error, warning, note or off");
    }
    Optional<Level> level = word.equals("off") ? Optional.empty() : Optional.of(level(word));
    names.find(typed.substring(0, equals)).forEach(rule -> levels.put(rule.id(), level));
  }

  private static Level level(String word) {
    return Level.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
