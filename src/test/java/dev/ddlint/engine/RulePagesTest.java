package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.RuleSetting;
import dev.ddlint.config.Configuration.Tenancy;
import dev.ddlint.project.Review;
import dev.ddlint.rule.Example;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RulePage;
import dev.ddlint.rule.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each example of each rule's page is a test: a bad one gives exactly its findings, a good one none. */
class RulePagesTest {
  @TempDir
  private Path folder;
  private int count;

  @TestFactory
  Stream<DynamicNode> examples() {
    return RuleIndex.load().all().stream().map(rule -> {
      RulePage page = RulePage.of(rule);
      return DynamicContainer.dynamicContainer(rule.id(), page.examples().stream().map(example -> DynamicTest
          .dynamicTest((example.bad() ? "bad" : "good") + " at line " + example.line(), () -> check(page, example))));
    });
  }

  private void check(RulePage page, Example example) {
    Path here = folder.resolve("example" + count++);
    Bench bench = new Bench(here);
    String file = write(bench, example);
    Set<String> judged = new HashSet<>(Set.of(page.id()));
    example.expected().forEach(expected -> judged.add(expected.rule()));
    List<String> found = lint(bench, page, example, file).findings().stream()
        .filter(finding -> judged.contains(finding.rule()))
        .map(finding -> finding.place().start().line() + " " + finding.rule()).toList();
    List<String> expected = example.expected().stream().map(e -> e.line() + " " + e.rule()).toList();
    assertThat(found).as("%s, the example at line %d of its page", page.id(), example.line())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** An example of a review is checked with its folder: what is gone can be named no more. */
  private static Result lint(Bench bench, RulePage page, Example example, String file) {
    Optional<String> review = example.attribute("review");
    return review.isEmpty()
        ? bench.lint(configuration(page, example), file)
        : bench.lint(configuration(page, example), review(bench.path(file), review.get(), example), ".");
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
    if (example.language() == Example.Language.PRISMA) {
      bench.file("schema.prisma", example.code());
      return "schema.prisma";
    }
    String runner = example.attribute("runner").orElse("plain");
    String review = example.attribute("review").orElse("");
    int history = example.history().size() - (review.equals("edited") ? 1 : 0);
    for (int i = 0; i < history; i++) {
      bench.file(name(runner, i), example.history().get(i));
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
