package dev.ddlint.cli;

import dev.ddlint.cli.CheckRequest.Fixes;
import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.Preset;
import dev.ddlint.config.Configuration.RuleSetting;
import dev.ddlint.config.ConfigurationException;
import dev.ddlint.config.FailOn;
import dev.ddlint.engine.Baseline;
import dev.ddlint.engine.Fixing;
import dev.ddlint.engine.Linter;
import dev.ddlint.engine.Result;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.project.Found;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.project.Review;
import dev.ddlint.project.git.GitException;
import dev.ddlint.project.git.Since;
import dev.ddlint.report.CountsReport;
import dev.ddlint.report.ExplainReport;
import dev.ddlint.report.Format;
import dev.ddlint.report.Run;
import dev.ddlint.report.SarifReport;
import dev.ddlint.rule.RuleIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lints what was asked for and writes the reports. */
final class CheckCommand implements CheckRequest.Command {
  private final InputStream input;

  CheckCommand() {
    this(System.in);
  }

  /** @param input what an editor has not saved yet, when it is asked for */
  CheckCommand(InputStream input) {
    this.input = input;
  }

  @Override
  public int run(CheckRequest request, Console console) {
    long start = System.nanoTime();
    ScriptReader.warmUp();
    RuleIndex index = RuleIndex.load();
    Path here = Path.of("").toAbsolutePath();
    List<Path> paths = request.paths().stream().map(Path::of).toList();
    try {
      Configuration configuration = configuration(request, index, here, paths);
      Map<Path, byte[]> unsaved = unsaved(request, here);
      Result result = lint(request, index, configuration, here, unsaved, console);
      Fixing fixing = request.fixes() == Fixes.NONE
          ? Fixing.NONE
          : FixRounds.of(result, here, edited -> lint(request, index, configuration, here, edited, console));
      if (request.fixes() == Fixes.APPLY) {
        new FixedFiles(here, request.format() == Format.TEXT ? console.out() : console.err()).write(fixing);
        result = fixing.files().isEmpty() ? result : lint(request, index, configuration, here, unsaved, console);
      }
      Run run = Run.of(result.joined(index), index, folder(request), Duration.ofNanos(System.nanoTime() - start))
          .seenFrom(configuration.standpoint());
      if (showsImpacts(request)) {
        // What cannot be read is in the result already.
        run = run.with(Linter.impact(find(request, configuration, here, unsaved), configuration, new ArrayList<>()));
      }
      run = request.showSuppressed() ? run.showing(result.silenced()) : run;
      if (!request.quiet()) {
        result.notices().forEach(console::say);
        if (result.problems().isEmpty() && isWhole(request, configuration, here)) {
          result.unused().forEach(console::say);
        }
      }
      if (request.fixes() == Fixes.SHOW) {
        fixing.files().forEach(file -> console.out().print(FixDiff.of(file)));
        console.say(fixing.count() + " of the findings can be fixed in this way");
        writeFiles(request, run, console);
      } else {
        write(request, run, console);
      }
      return exitCode(request, configuration, result);
    } catch (ConfigurationException | GitException e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILURE;
    }
  }

  private static Result linted(CheckRequest request, Found found, RuleIndex index, Configuration configuration,
      Console console) throws InterruptedException {
    return request.quiet()
        ? Linter.lint(found, index, configuration)
        : Progress.during(() -> Linter.lint(found, index, configuration), console.err());
  }

  private Map<Path, byte[]> unsaved(CheckRequest request, Path here) {
    if (!request.unsaved()) {
      return Map.of();
    }
    Path file = here.resolve(request.paths().get(0)).normalize();
    if (Files.isDirectory(file)) {
      throw new UsageError("--stdin-filename " + request.paths().get(0) + ": is a folder; expected a file's name");
    }
    try {
      return Map.of(file, input.readAllBytes());
    } catch (IOException e) {
      throw new UsageError("standard input cannot be read (" + e.getMessage() + ")");
    }
  }

  private static Result lint(CheckRequest request, RuleIndex index, Configuration configuration, Path here,
      Map<Path, byte[]> unsaved, Console console) throws ConfigurationException, GitException, InterruptedException {
    return heldBack(linted(request, find(request, configuration, here, unsaved), index, configuration, console),
        configuration);
  }

  private static Found find(CheckRequest request, Configuration configuration, Path here,
      Map<Path, byte[]> unsaved) throws GitException {
    List<Path> paths = request.paths().stream().map(Path::of).toList();
    Review review = request.since().isPresent() ? Since.review(request.since().get(), paths, here) : Review.AUDIT;
    return ProjectFinder.find(paths, here, configuration.projects(), review, unsaved);
  }

  private static boolean showsImpacts(CheckRequest request) {
    return request.format().showsImpacts() || request.outputs().stream().anyMatch(o -> o.format().showsImpacts());
  }

  static Result heldBack(Result result, Configuration configuration) throws ConfigurationException {
    return configuration.baseline().isPresent()
        ? result.against(Baseline.read(configuration.baseline().get()))
        : result;
  }

  static Configuration configuration(CheckRequest request, RuleIndex index, Path here, List<Path> paths)
      throws ConfigurationException {
    Configuration configuration = ProjectConfiguration.read(request.config(), index, here, paths);
    if (request.preset().isPresent()) {
      configuration = configuration.with(Preset.valueOf(request.preset().get().toUpperCase(Locale.ROOT)));
    }
    if (request.postgresVersion().isPresent()) {
      configuration = configuration
          .with(configuration.settings().withPostgresVersion(request.postgresVersion().get()));
    }
    if (request.baseline().isPresent()) {
      configuration = configuration.withBaseline(Path.of(request.baseline().get()));
    }
    configuration = StatsOption.apply(request.stats(), configuration);
    Map<String, RuleSetting> rules = new LinkedHashMap<>();
    request.rules()
        .forEach((id, level) -> rules.put(id, level.map(RuleSetting::at).orElse(RuleSetting.OFF)));
    return configuration.withRules(rules);
  }

  static String folder(CheckRequest request) {
    String path = request.paths().get(0).replace('\\', '/');
    return path.equals(".") ? "" : path;
  }

  static void write(CheckRequest request, Run run, Console console) {
    if (request.statistics()) {
      count(request, run, console);
    } else {
      console.out().print(render(request.format(), run, request, console));
    }
    if (request.explain() && !run.findings().isEmpty()) {
      console.out().print("\n" + new ExplainReport(request.style()).render(run));
    }
    writeFiles(request, run, console);
  }

  private static void writeFiles(CheckRequest request, Run run, Console console) {
    for (CheckRequest.Output output : request.outputs()) {
      WholeFile.write(Path.of(output.file()), render(output.format(), run, request, console));
    }
  }

  private static void count(CheckRequest request, Run run, Console console) {
    run.problems().stream().filter(problem -> problem.kind() == Run.Problem.Kind.UNREADABLE_FILE)
        .forEach(problem -> console.say(problem.message()));
    console.out().print(request.format() == Format.JSON
        ? CountsReport.json(run)
        : CountsReport.text(run, request.style(), request.quiet()));
  }

  private static String render(Format format, Run run, CheckRequest request, Console console) {
    if (format == Format.SARIF) {
      new SarifReport(run).notice().ifPresent(console::say);
    }
    boolean audit = format == Format.TEXT && request.since().isEmpty() && !request.quiet();
    return (audit ? CountsReport.overview(run, request.style()) : "") + format.render(run, request.style());
  }

  /** Whether all that the configuration is for is judged, and as it says. */
  private static boolean isWhole(CheckRequest request, Configuration configuration, Path here) {
    boolean otherwise = request.since().isPresent() || !request.rules().isEmpty() || request.preset().isPresent()
        || request.postgresVersion().isPresent() || request.stats().isPresent();
    Optional<Path> folder = configuration.standpoint().folder();
    return !otherwise && folder.isPresent() && request.paths().stream()
        .anyMatch(path -> folder.get().startsWith(here.resolve(path).normalize()));
  }

  /** A file that could not be read wins over findings: the run did not see all that it was asked to see. */
  static int exitCode(CheckRequest request, Configuration configuration, Result result) {
    if (!result.problems().isEmpty()) {
      return ExitCode.FAILURE;
    }
    FailOn failOn = request.failOn().orElse(configuration.failOn());
    boolean failing = result.findings().stream().anyMatch(finding -> failOn.isReachedBy(finding.level()));
    double understood = result.statements() == 0 ? 100 : 100.0 * result.understood() / result.statements();
    boolean uncovered = request.requiredCoverage().filter(percent -> understood < percent).isPresent();
    return failing || uncovered ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
