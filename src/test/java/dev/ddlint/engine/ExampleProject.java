package dev.ddlint.engine;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.Preset;
import dev.ddlint.project.Direction;
import dev.ddlint.project.Migration;
import dev.ddlint.project.Project;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.project.Section;
import dev.ddlint.report.Run;
import dev.ddlint.report.Style;
import dev.ddlint.report.TextReport;
import dev.ddlint.rule.Example;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RulePage;
import dev.ddlint.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An example of a rule's page, written down as its runner lays files out; the documentation's site shows what is said. */
public final class ExampleProject {
  private final Path folder;
  private final Bench bench;
  private final Example example;
  private final String runner;
  private final String review;
  private final List<String> files = new ArrayList<>();
  private final Configuration configuration;

  public ExampleProject(Path folder, RulePage page, Example example) {
    this.folder = folder;
    this.example = example;
    bench = new Bench(folder);
    runner = isPrisma() ? "prisma-migrate" : example.attribute("runner").orElse("plain");
    review = example.attribute("review").orElse("");
    configuration = ExampleSettings.configuration(page, example);
    writeTool();
    // The text before an edit stands as the last part of the history; the edited file takes its place.
    int earlier = example.history().size() - (review.equals("edited") ? 1 : 0);
    example.history().subList(0, earlier).forEach(code -> write(name(runner, files.size()), code));
    String checked = isPrisma() ? "schema.prisma" : example.attribute("file").orElseGet(() -> name(runner, earlier));
    if (review.equals("gone")) {
      files.add(checked);
    } else {
      write(checked, example.code());
    }
  }

  private boolean isPrisma() {
    return example.language() == Example.Language.PRISMA;
  }

  /** By what the tool is known. */
  private void writeTool() {
    if (isPrisma() && !example.history().isEmpty()) {
      bench.file("datasource.prisma", "datasource db {\n  provider = \"postgresql\"\n}\n");
    }
    example.attribute("prisma").ifPresent(version -> bench.file("package.json",
        "{\n  \"devDependencies\": {\n    \"prisma\": \"^" + version + ".1.0\"\n  }\n}\n"));
    if (!isPrisma() && runner.equals("prisma-migrate")) {
      bench.file("migrations/migration_lock.toml", "provider = \"postgresql\"\n");
    }
  }

  private void write(String file, String code) {
    files.add(file);
    bench.file(file, code);
  }

  /** Writes the file under check anew. */
  void replaceLast(String code) {
    bench.file(last(), code);
  }

  private static String name(String runner, int ordinal) {
    return switch (runner) {
      case "prisma-migrate" -> "migrations/2026010" + (ordinal + 1) + "000000_step/migration.sql";
      case "flyway" -> "V" + (ordinal + 1) + "__step.sql";
      case "golang-migrate" -> "00000" + (ordinal + 1) + "_step.up.sql";
      case "goose" -> "0000" + (ordinal + 1) + "_step.sql";
      case "plain" -> "00" + (ordinal + 1) + "_step.sql";
      default -> throw new IllegalArgumentException("no layout for runner=" + runner);
    };
  }

  /** The last file: the one under check. */
  String last() {
    return files.get(files.size() - 1);
  }

  /** What is said of the last file; of a review, where it may be gone, what is said of its folder. */
  Result lint(Preset preset) {
    return review.isEmpty()
        ? bench.lint(configuration.with(preset), last())
        : bench.lint(configuration.with(preset), ExampleSettings.review(review, bench.path(last()), example), ".");
  }

  Result lint() {
    return lint(Preset.RECOMMENDED);
  }

  /** What a user reads of it, without the summary. */
  public String output() {
    Run run = Run.of(lint(), RuleIndex.load(), "", Duration.ZERO);
    String text = new TextReport(Style.PLAIN).render(run).stripTrailing();
    return text.substring(0, Math.max(0, text.lastIndexOf('\n'))).stripTrailing();
  }

  /** What is said of all files. */
  Result lintAll() {
    return bench.lint(configuration, files.toArray(String[]::new));
  }

  SourceFile source(String file) throws IOException {
    return new SourceFile(file, Files.readString(folder.resolve(file)));
  }

  List<String> before(String file) {
    return files.subList(0, files.indexOf(file));
  }

  /** The parts of a file that going up runs, with their runner. */
  List<Section> sections(String file) throws IOException {
    Project project = ProjectFinder.find(List.of(folder.resolve(file)), folder).selections().get(0).project();
    Path path = folder.resolve(file).toAbsolutePath().normalize();
    Migration migration = project.migrations().stream()
        .filter(m -> m.file().toAbsolutePath().normalize().equals(path)).findFirst().orElseThrow();
    return project.layout().sections(migration, source(file)).stream()
        .filter(section -> section.direction() != Direction.DOWN).toList();
  }
}
