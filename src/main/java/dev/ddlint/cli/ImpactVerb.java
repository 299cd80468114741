package dev.ddlint.cli;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.ConfigurationException;
import dev.ddlint.engine.Impact;
import dev.ddlint.engine.Linter;
import dev.ddlint.project.Found;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.report.ImpactJson;
import dev.ddlint.report.ImpactReport;
import dev.ddlint.rule.RuleIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ddlint impact PATH...}. */
final class ImpactVerb implements Verb {

  @Override
  public String name() {
    return "impact";
  }

  @Override
  public String summary() {
    return "Shows what each statement of a migration locks, blocks and does, and for how long";
  }

  @Override
  public Syntax syntax() {
    return new Syntax(name(), summary(), "PATH", "migrations, files and folders", 1, Integer.MAX_VALUE, List.of(
        Syntax.Option.word(Arguments.FORMAT, "FORMAT", List.of("text", "json"), "text (default) or json"),
        StatsOption.OPTION,
        Syntax.Option.one(CheckVerb.CONFIG, "FILE",
            "the configuration; looked for beside the migrations when not given"),
        Syntax.Option.one(CheckVerb.POSTGRES, "MAJOR", "the oldest PostgreSQL that the migrations run on"),
        Arguments.COLOR_OPTION));
  }

  @Override
  public int run(Arguments arguments, Console console) {
    String format = arguments.word(Arguments.FORMAT, List.of("text", "json"));
    Path here = Path.of("").toAbsolutePath();
    List<Path> paths = arguments.parameters().stream().map(Path::of).toList();
    try {
      Configuration configuration = configuration(arguments, here, paths);
      Found found = ProjectFinder.find(paths, here, configuration.projects());
      List<String> problems = new ArrayList<>(found.problems());
      List<Impact> impacts = Progress.during(() -> Linter.impact(found, configuration, problems), console.err());
      if (impacts.isEmpty() && problems.isEmpty()) {
        console.err()
            .println("ddlint: no migration of PostgreSQL is among what was named; expected .sql files that go up");
      }
      problems.forEach(console::say);
      boolean timed = !configuration.settings().statistics().sizes().isEmpty();
      console.out().print(format.equals("json")
          ? ImpactJson.render(impacts)
          : new ImpactReport(console.style(arguments.color()), timed).render(impacts));
      return problems.isEmpty() ? ExitCode.CLEAN : ExitCode.FAILURE;
    } catch (ConfigurationException e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILURE;
    }
  }

  private static Configuration configuration(Arguments arguments, Path here, List<Path> paths)
      throws ConfigurationException {
    Configuration read = ProjectConfiguration.read(arguments.text(CheckVerb.CONFIG), RuleIndex.load(), here, paths);
    Configuration sized = StatsOption.apply(arguments.text(StatsOption.NAME), read);
    return arguments.number(CheckVerb.POSTGRES, 10, 99)
        .map(version -> sized.with(sized.settings().withPostgresVersion(version))).orElse(sized);
  }
}
