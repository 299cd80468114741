package dev.ddlint.cli;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.ConfigurationException;
import dev.ddlint.engine.Linter;
import dev.ddlint.project.Found;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.report.TenancyReport;
import dev.ddlint.rule.RuleIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ddlint tenancy PATH}. */
final class TenancyVerb implements Verb {

  @Override
  public String name() {
    return "tenancy";
  }

  @Override
  public String summary() {
    return "Shows how a schema keeps tenants apart, and why each table is taken for what it is";
  }

  @Override
  public Syntax syntax() {
    return new Syntax(name(), summary(), "PATH", "projects, folders or files", 1, Integer.MAX_VALUE,
        List.of(Syntax.Option.word(Arguments.FORMAT, "FORMAT", List.of("text", "json"), "text (default) or json"),
            Arguments.COLOR_OPTION));
  }

  @Override
  public int run(Arguments arguments, Console console) {
    String format = arguments.word(Arguments.FORMAT, List.of("text", "json"));
    Path here = Path.of("").toAbsolutePath();
    List<Path> paths = arguments.parameters().stream().map(Path::of).toList();
    try {
      Configuration configuration = ProjectConfiguration.read(Optional.empty(), RuleIndex.load(), here, paths);
      Found found = ProjectFinder.find(paths, here, configuration.projects());
      List<String> problems = new ArrayList<>(found.problems());
      List<TenancyReport.Project> projects = Linter.tenants(found, configuration, problems).entrySet().stream()
          .map(e -> new TenancyReport.Project(e.getKey(), e.getValue().catalog(), e.getValue().tenancy())).toList();
      problems.forEach(console::say);
      console.out().print(format.equals("json")
          ? TenancyReport.json(projects)
          : TenancyReport.text(projects, console.style(arguments.color())));
      return problems.isEmpty() ? ExitCode.CLEAN : ExitCode.FAILURE;
    } catch (ConfigurationException e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILURE;
    }
  }
}
