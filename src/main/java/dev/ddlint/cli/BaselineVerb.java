package dev.ddlint.cli;

import dev.ddlint.cli.Syntax.Option;
import dev.ddlint.config.Configuration;
import dev.ddlint.config.ConfigurationException;
import dev.ddlint.engine.Baseline;
import dev.ddlint.engine.Linter;
import dev.ddlint.engine.Result;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.rule.RuleIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

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
      Path folder = Optional.ofNullable(here.resolve(file).normalize().getParent()).orElse(here);
      Baseline today = Baseline.of(result.findings(), shown -> from(folder, here.resolve(shown).normalize()));
      // What one file says depends on others: a run that could not read them all does not know what is gone.
      boolean complete = result.problems().isEmpty();
      Baseline kept = kept(file, arguments.has(PRUNE), today,
          name -> complete && isReached(folder.resolve(name).normalize(), paths, here));
      if (!complete && Files.exists(file)) {
        console.say(file + ": keeps all of its entries, for not all could be read");
      }
      WholeFile.write(file, kept.text());
      console.out().println(file + ": " + kept.size() + (kept.size() == 1 ? " finding is" : " findings are")
          + " held back by `ddlint check --baseline " + file + "`");
      return complete ? ExitCode.CLEAN : ExitCode.FAILURE;
    } catch (ConfigurationException e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILURE;
    }
  }

  private static Baseline kept(Path file, boolean prune, Baseline today, Predicate<String> seen)
      throws ConfigurationException {
    if (prune) {
      return Baseline.read(file).pruned(today, seen);
    }
    return Files.exists(file) ? Baseline.read(file).renewed(today, seen) : today;
  }

  /** The baseline names files from its own folder, wherever a run is started. */
  private static String from(Path folder, Path file) {
    boolean relative = Objects.equals(folder.getRoot(), file.getRoot());
    return (relative ? folder.relativize(file) : file).toString().replace('\\', '/');
  }

  private static boolean isReached(Path file, List<Path> paths, Path here) {
    return paths.stream().anyMatch(path -> ProjectFinder.isReached(here.resolve(path).normalize(), file));
  }
}
