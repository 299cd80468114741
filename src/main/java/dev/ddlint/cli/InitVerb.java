package dev.ddlint.cli;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.ConfigurationException;
import dev.ddlint.config.ConfigurationFile;
import dev.ddlint.engine.Linter;
import dev.ddlint.engine.Result;
import dev.ddlint.project.Found;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.project.Selection;
import dev.ddlint.report.StarterConfiguration;
import dev.ddlint.report.StarterConfiguration.Listed;
import dev.ddlint.report.TenancyReport;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.text.FileTrouble;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ddlint init [PATH]}. */
final class InitVerb implements Verb {

  @Override
  public String name() {
    return "init";
  }

  @Override
  public String summary() {
    return "Writes a commented ddlint.yaml for what it finds";
  }

  @Override
  public Syntax syntax() {
    return new Syntax(name(), summary(), "PATH", "the folder to write it in; the working directory when none", 0, 1,
        List.of());
  }

  @Override
  public int run(Arguments arguments, Console console) {
    Path typed = Path.of(arguments.parameters().isEmpty() ? "." : arguments.parameters().get(0));
    Path folder = Path.of("").toAbsolutePath().resolve(typed).normalize();
    Path file = folder.resolve(ConfigurationFile.NAME);
    if (!Files.isDirectory(folder)) {
      throw new UsageError(typed + ": is no folder; expected the one that holds the migrations or the schema");
    }
    if (Files.exists(file)) {
      throw exists(file);
    }
    Optional<Path> above = above(folder);
    Found found = ProjectFinder.find(List.of(), folder);
    if (found.selections().isEmpty()) {
      found.problems().forEach(console::say);
      return ExitCode.FAILURE;
    }
    try {
      write(found, file, console);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILURE;
    }
    above.ifPresent(other -> console.out().println("Below " + folder + " it takes the place of " + other));
    return ExitCode.CLEAN;
  }

  private static Optional<Path> above(Path folder) {
    try {
      return ConfigurationFile.nearest(folder);
    } catch (ConfigurationException e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }

  private static void write(Found found, Path file, Console console) throws InterruptedException {
    List<String> problems = new ArrayList<>(found.problems());
    List<TenancyReport.Project> projects = Linter.tenants(found, Configuration.DEFAULT, problems).entrySet().stream()
        .map(e -> new TenancyReport.Project(e.getKey(), e.getValue().catalog(), e.getValue().tenancy())).toList();
    problems.forEach(console::say);
    try {
      Files.writeString(file, StarterConfiguration.render(listed(found), projects, BaselineVerb.FILE),
          StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw exists(file);
    } catch (IOException e) {
      throw new UsageError(file + ": cannot be written (" + FileTrouble.of(e) + ")");
    }
    console.out().println("Wrote " + file);
  }

  private static List<Listed> listed(Found found) throws InterruptedException {
    List<Listed> listed = new ArrayList<>();
    for (Selection selection : found.selections()) {
      Result read = Linter.lint(new Found(List.of(selection), List.of(), List.of()), RuleIndex.none(),
          Configuration.DEFAULT);
      listed.add(new Listed(selection.project(), read.files() > 0, read.foreign()));
    }
    return listed;
  }

  private static UsageError exists(Path file) {
    return new UsageError(file + ": is there already and stays as it is; `ddlint config show` prints what it says");
  }
}
