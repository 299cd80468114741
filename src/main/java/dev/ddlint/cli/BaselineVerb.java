package dev.ddlint.cli;

import dev.ddlint.cli.Syntax.Option;
import dev.ddlint.config.Configuration;
import dev.ddlint.config.ConfigurationException;
import dev.ddlint.engine.Baseline;
import dev.ddlint.engine.Linter;
import dev.ddlint.engine.Result;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.rule.RuleIndex;
import java.nio.file.Path;
import java.util.List;

/** {@code ddlint baseline [PATH...]}. */
final class BaselineVerb implements Verb {
  static final String FILE = "ddlint-baseline.tsv";
  private static final String OUTPUT = "--output";
  private static final String CONFIG = "--config";
  private static final String PRUNE = "--prune";

  @Override
  public String name() {
    return "baseline";
  }

  @Override
  public String summary() {
    return "Writes down all findings of today, so that `check` reports only what is new";
  }

  @Override
  public Syntax syntax() {
    return new Syntax(name(), summary(), "PATH", "files and folders; the working directory when none", 0,
        Integer.MAX_VALUE, List.of(
            Option.one(OUTPUT, "FILE", "where to write; " + FILE + " (default), or the configuration's"),
            Option.one(CONFIG, "FILE", "the configuration; looked for beside the migrations when not given"),
            Option.flag(PRUNE, "only takes out what is found no longer, and adds nothing")));
  }

  @Override
  public int run(Arguments arguments, Console console) {
    Path here = Path.of("").toAbsolutePath();
    List<Path> paths = (arguments.parameters().isEmpty() ? List.of(".") : arguments.parameters()).stream()
        .map(Path::of).toList();
    RuleIndex index = RuleIndex.load();
    try {
      Configuration configuration = ProjectConfiguration.read(arguments.text(CONFIG), index, here, paths);
      Path file = arguments.text(OUTPUT).map(Path::of).or(configuration::baseline).orElse(Path.of(FILE));
      Result result = Progress.during(
          () -> Linter.lint(ProjectFinder.find(paths, here, configuration.projects()), index, configuration),
          console.err());
      result.problems().forEach(console::say);
      Baseline kept = arguments.has(PRUNE)
          ? Baseline.read(file).pruned(result.findings(), shown -> isBelow(shown, paths, here))
          : Baseline.of(result.findings());
      WholeFile.write(file, kept.text());
      console.out().println(file + ": " + kept.size() + (kept.size() == 1 ? " finding is" : " findings are")
          + " held back by `ddlint check --baseline " + file + "`");
      return result.problems().isEmpty() ? ExitCode.CLEAN : ExitCode.FAILURE;
    } catch (ConfigurationException e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILURE;
    }
  }

  private static boolean isBelow(String shown, List<Path> paths, Path here) {
    Path file = here.resolve(shown).normalize();
    return paths.stream().anyMatch(path -> file.startsWith(here.resolve(path).normalize()));
  }
}
