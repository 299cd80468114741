package dev.ddlint.engine;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.RuleSetting;
import dev.ddlint.config.Configuration.Tenancy;
import dev.ddlint.project.Direction;
import dev.ddlint.project.Migration;
import dev.ddlint.project.Project;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.project.Section;
import dev.ddlint.rule.Example;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RulePage;
import dev.ddlint.rule.Settings;
import dev.ddlint.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An example in SQL of a rule's page, written down as its runner lays files out. */
final class ExampleProject {
  private final Path folder;
  private final Bench bench;
  private final String runner;
  private final List<String> files = new ArrayList<>();
  private final Configuration configuration;

  ExampleProject(Path folder, RulePage page, Example example) {
    this.folder = folder;
    bench = new Bench(folder);
    runner = example.attribute("runner").orElse("plain");
    configuration = configuration(page, example);
    if (runner.equals("prisma-migrate")) {
      bench.file("migrations/migration_lock.toml", "provider = \"postgresql\"\n");
    }
    example.history().forEach(this::add);
    add(example.code(), example.attribute("file"));
  }

  /** One rule alone is asked for by {@code -Dddlint.rule=ID}. */
  static boolean isAsked(RuleIndex.Entry rule) {
    return System.getProperty("ddlint.rule", rule.id()).matches(".*\\b" + rule.id() + "\\b.*");
  }

  /** Reviews are about files, not about what is in them. */
  static boolean isForServer(Example example) {
    return example.language() == Example.Language.SQL && example.attribute("review").isEmpty();
  }

  private void add(String code) {
    add(code, Optional.empty());
  }

  private void add(String code, Optional<String> named) {
    files.add(named.orElseGet(() -> name(runner, files.size())));
    replaceLast(code);
  }

  /** Writes the file under check anew. */
  void replaceLast(String code) {
    bench.file(last(), code);
  }

  static String name(String runner, int ordinal) {
    return switch (runner) {
      case "prisma-migrate" -> "migrations/2026010" + (ordinal + 1) + "000000_step/migration.sql";
      case "flyway" -> "V" + (ordinal + 1) + "__step.sql";
      case "golang-migrate" -> "00000" + (ordinal + 1) + "_step.up.sql";
      case "goose" -> "0000" + (ordinal + 1) + "_step.sql";
      case "plain" -> "00" + (ordinal + 1) + "_step.sql";
      default -> throw new IllegalArgumentException("no layout for runner=" + runner);
    };
  }

  static Configuration configuration(RulePage page, Example example) {
    Settings settings = Settings.DEFAULT
        .withPostgresVersion(
            example.attribute("postgres-version").map(Integer::parseInt).orElse(Settings.OLDEST_POSTGRES))
        .withSession(example.attribute("timezone").map(zone -> Map.of("timezone", zone)).orElse(Map.of()));
    Configuration base = Configuration.DEFAULT.with(settings).withRules(Map.of(page.id(), setting(example)));
    boolean tenancy = example.attribute("tenancy-root").isPresent();
    return tenancy
        ? base.with(new Tenancy(example.attribute("tenancy-root"), example.attribute("tenancy-key"), List.of(),
            Optional.empty()))
        : base;
  }

  /** The rule is on, with the options that the example sets. */
  private static RuleSetting setting(Example example) {
    Map<String, List<String>> options = new HashMap<>();
    example.attributes().forEach((key, value) -> {
      if (key.startsWith("option.")) {
        options.put(key.substring("option.".length()), List.of(value.split(",")));
      }
    });
    return new RuleSetting(true, Optional.empty(), options);
  }

  /** The last file: the one under check. */
  String last() {
    return files.get(files.size() - 1);
  }

  /** What is said of the last file. */
  Result lint() {
    return bench.lint(configuration, last());
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
