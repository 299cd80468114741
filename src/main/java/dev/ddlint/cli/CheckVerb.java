package dev.ddlint.cli;

import dev.ddlint.cli.CheckRequest.Fixes;
import dev.ddlint.cli.CheckRequest.Output;
import dev.ddlint.cli.Syntax.Option;
import dev.ddlint.config.FailOn;
import dev.ddlint.finding.Level;
import dev.ddlint.report.Format;
import dev.ddlint.rule.RuleIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code ddlint check [PATH...]}. */
final class CheckVerb implements Verb {
  private static final String OUTPUT = "--output";
  private static final String FAIL_ON = "--fail-on";
  private static final String COVERAGE = "--require-coverage";
  static final String CONFIG = "--config";
  private static final String PRESET = "--preset";
  private static final String RULE = "--rule";
  private static final String BASELINE = "--baseline";
  static final String POSTGRES = "--postgres-version";
  private static final String SINCE = "--since";
  private static final String QUIET = "--quiet";
  private static final String STATISTICS = "--statistics";
  private static final String EXPLAIN = "--explain";
  private static final String SHOW_SUPPRESSED = "--show-suppressed";
  private static final String STDIN_FILENAME = "--stdin-filename";
  private static final String STDIN = "-";
  private static final String FIX = "--fix";
  private static final String DIFF = "--diff";

  private static final List<String> FORMATS = Arrays.stream(Format.values()).map(Format::word).toList();
  private static final List<String> LEVELS = Arrays.stream(FailOn.values()).map(FailOn::word).toList();
  private static final List<String> PRESETS = List.of("recommended", "strict");

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
  public Syntax syntax() {
    return new Syntax(name(), summary(), "PATH", "files and folders; the working directory when none",
        0, Integer.MAX_VALUE, options());
  }

  private static List<Option> options() {
    List<Option> options = new ArrayList<>(reporting());
    options.add(2,
        Option.one(SINCE, "REF", "only what has changed since this commit of git, uncommitted files included"));
    options.add(options.size() - 2, StatsOption.OPTION);
    options.add(3,
        Option.one(STDIN_FILENAME, "NAME", "with the path -, which file standard input is; it need not exist"));
    options.add(options.size() - 1, Option.flag(QUIET, "findings alone: a line each, no summary and no notices"));
    options.add(options.size() - 1, Option.flag(STATISTICS, "how many findings each rule has, in their place"));
    options.add(options.size() - 1,
        Option.flag(EXPLAIN, "the pages of the rules that were broken, behind the findings"));
    options.add(options.size() - 1,
        Option.flag(FIX, "edits what is safe to edit, in files that are not published yet"));
    options.add(options.size() - 1, Option.flag(DIFF, "shows what --fix would change, and writes nothing"));
    return options;
  }

  /** The options that say how to judge and what to write. */
  static List<Option> reporting() {
    return List.of(
        Option.word(Arguments.FORMAT, "FORMAT", FORMATS, Arguments.alternatives(FORMATS) + ", on standard output"),
        Option.many(OUTPUT, "FORMAT=FILE", "writes another report to a file; repeatable"),
        Option.word(FAIL_ON, "LEVEL", LEVELS, "exit 1 from this level: error (default), warning, note or never"),
        Option.one(COVERAGE, "PERCENT", "exit 1 when fewer statements were understood"),
        Option.one(CONFIG, "FILE", "the configuration; looked for beside the migrations when not given"),
        Option.word(PRESET, "NAME", PRESETS, "recommended (default) or strict: all rules"),
        Option.many(RULE, CompletionScripts.RULE_LEVEL, "error, warning, note or off for a rule; repeatable"),
        Option.one(BASELINE, "FILE", "holds back the findings that `ddlint baseline` wrote down"),
        Option.one(POSTGRES, "MAJOR", "the oldest PostgreSQL that the migrations run on"),
        Option.flag(SHOW_SUPPRESSED, "what comments, `ignore:` and the baseline silence, in sarif and json"),
        Arguments.COLOR_OPTION);
  }

  @Override
  public int run(Arguments arguments, Console console) {
    return command.run(request(arguments, console), console);
  }

  static CheckRequest request(Arguments arguments, Console console) {
    List<String> paths = paths(arguments);
    Format format = format(arguments.text(Arguments.FORMAT).orElse(arguments.has(QUIET) ? "concise" : "text"));
    requireWords(arguments, STATISTICS, format == Format.JSON || isForPeople(format), "text, concise or json");
    requireWords(arguments, EXPLAIN, isForPeople(format), "text or concise");
    List<Output> outputs = outputs(arguments.texts(OUTPUT));
    requireWords(arguments, SHOW_SUPPRESSED,
        showsSuppressed(format) || outputs.stream().anyMatch(output -> showsSuppressed(output.format())),
        "sarif or json");
    return new CheckRequest(paths.isEmpty() ? List.of(".") : paths, format,
        outputs, typed(arguments, FAIL_ON, LEVELS).map(word -> FailOn.valueOf(word.toUpperCase(Locale.ROOT))),
        arguments.number(COVERAGE, 0, 100), arguments.text(CONFIG),
        typed(arguments, PRESET, PRESETS),
        rules(arguments.texts(RULE)), console.style(arguments.color()),
        arguments.number(POSTGRES, 10, 99), arguments.text(BASELINE), arguments.text(StatsOption.NAME),
        arguments.text(SINCE), arguments.has(QUIET), arguments.has(STATISTICS), arguments.has(EXPLAIN),
        arguments.has(SHOW_SUPPRESSED), arguments.parameters().contains(STDIN), fixes(arguments));
  }

  /** The name stands for what comes on standard input. */
  private static List<String> paths(Arguments arguments) {
    List<String> typed = arguments.parameters();
    Optional<String> name = arguments.text(STDIN_FILENAME);
    if (!typed.contains(STDIN)) {
      if (name.isPresent()) {
        throw new UsageError(STDIN_FILENAME + " names what is read from standard input; expected the path `-`");
      }
      return typed;
    }
    if (typed.size() > 1 || arguments.text(SINCE).isPresent() || fixes(arguments) != Fixes.NONE) {
      throw new UsageError("`-` stands alone, without other paths and without " + SINCE + ", " + FIX + " and " + DIFF);
    }
    return List.of(name.orElseThrow(() -> new UsageError("`-` reads standard input; say with " + STDIN_FILENAME
        + " which file of which project it is, such as db/migrations/007_orders.sql")));
  }

  private static boolean isForPeople(Format format) {
    return format == Format.TEXT || format == Format.CONCISE;
  }

  /** Readers of the others would take what is silenced for a finding. */
  private static boolean showsSuppressed(Format format) {
    return format == Format.SARIF || format == Format.JSON;
  }

  /** What only some formats can take in would spoil the others for the programs that read them. */
  private static void requireWords(Arguments arguments, String flag, boolean possible, String formats) {
    if (arguments.has(flag) && !possible) {
      throw new UsageError(flag + " goes with the formats " + formats + "; write another one with " + OUTPUT
          + " FORMAT=FILE");
    }
  }

  private static Fixes fixes(Arguments arguments) {
    if (arguments.has(DIFF)) {
      return Fixes.SHOW;
    }
    return arguments.has(FIX) ? Fixes.APPLY : Fixes.NONE;
  }

  /** A word where one was typed: what was not is the configuration's to say. */
  private static Optional<String> typed(Arguments arguments, String option, List<String> words) {
    return arguments.text(option).map(text -> arguments.word(option, words));
  }

  private static Format format(String word) {
    for (Format format : Format.values()) {
      if (format.word().equals(word)) {
        return format;
      }
    }
    throw new UsageError("no format is named `" + word + "`, expected " + Arguments.alternatives(FORMATS));
  }

  private static List<Output> outputs(List<String> typed) {
    Map<String, String> byFile = new HashMap<>();
    List<Output> outputs = new ArrayList<>();
    for (String each : typed) {
      Output output = output(each);
      String other = byFile.put(output.file(), each);
      if (other != null) {
        throw new UsageError(OUTPUT + " " + each + ": would take the place of " + other);
      }
      outputs.add(output);
    }
    return outputs;
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
