package dev.ddlint.engine;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.Preset;
import dev.ddlint.config.Configuration.RuleSetting;
import dev.ddlint.config.Configuration.Tenancy;
import dev.ddlint.project.Review;
import dev.ddlint.report.Run;
import dev.ddlint.report.Style;
import dev.ddlint.report.TextReport;
import dev.ddlint.rule.Example;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RulePage;
import dev.ddlint.rule.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lays out an example of a rule's page as its runner does, and lints it; the documentation's site shows what is said. */
public record ExampleBench(Path folder) {

  /** What a user reads of an example, without the summary. */
  public String output(RulePage page, Example example) {
    Run run = Run.of(lint(page, example, Preset.RECOMMENDED), RuleIndex.load(), "", Duration.ZERO);
    String text = new TextReport(Style.PLAIN).render(run).stripTrailing();
    return text.substring(0, Math.max(0, text.lastIndexOf('\n'))).stripTrailing();
  }

  /** An example of a review is checked with its folder: what is gone can be named no more. */
  Result lint(RulePage page, Example example, Preset preset) {
    Bench bench = new Bench(folder);
    String file = write(bench, example);
    Configuration configuration = configuration(page, example).with(preset);
    Optional<String> review = example.attribute("review");
    return review.isEmpty()
        ? bench.lint(configuration, file)
        : bench.lint(configuration, review(bench.path(file), review.get(), example), ".");
  }

  private static Review review(Path file, String kind, Example example) {
    return switch (kind) {
      case "added" -> new Review("main", Set.of(file), Map.of(), Map.of(), Set.of(), List.of());
      case "edited" -> new Review("main", Set.of(), Map.of(file, example.history().getLast()), Map.of(), Set.of(),
          List.of());
      case "gone" -> new Review("main", Set.of(), Map.of(), Map.of(file, example.code()), Set.of(), List.of());
      default -> throw new IllegalArgumentException("review=" + kind + ": expected added, edited or gone");
    };
  }

  private static Configuration configuration(RulePage page, Example example) {
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

  /** Writes the example's files as the runner lays them out; gives the one under check. */
  private static String write(Bench bench, Example example) {
    boolean prisma = example.language() == Example.Language.PRISMA;
    String runner = prisma ? "prisma-migrate" : example.attribute("runner").orElse("plain");
    String review = example.attribute("review").orElse("");
    int history = example.history().size() - (review.equals("edited") ? 1 : 0);
    for (int i = 0; i < history; i++) {
      bench.file(name(runner, i), example.history().get(i));
    }
    if (prisma && !example.history().isEmpty()) {
      bench.file("datasource.prisma", "datasource db {\n  provider = \"postgresql\"\n}\n");
    }
    example.attribute("prisma").ifPresent(version -> bench.file("package.json",
        "{\n  \"devDependencies\": {\n    \"prisma\": \"^" + version + ".1.0\"\n  }\n}\n"));
    if (prisma) {
      bench.file("schema.prisma", example.code());
      return "schema.prisma";
    }
    if (runner.equals("prisma-migrate")) {
      bench.file("migrations/migration_lock.toml", "provider = \"postgresql\"\n");
    }
    String file = example.attribute("file").orElseGet(() -> name(runner, history));
    return review.equals("gone") ? file : written(bench, file, example);
  }

  private static String written(Bench bench, String file, Example example) {
    bench.file(file, example.code());
    return file;
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
}
