package dev.ddlint.engine;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.RuleSetting;
import dev.ddlint.config.Configuration.Tenancy;
import dev.ddlint.project.Review;
import dev.ddlint.rule.Example;
import dev.ddlint.rule.RulePage;
import dev.ddlint.rule.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the attributes of an example ask for. */
final class ExampleSettings {

  private ExampleSettings() {}

  /** The page's rule is on, beside all others of the preset. */
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

  /** With the options that the example sets. */
  private static RuleSetting setting(Example example) {
    Map<String, List<String>> options = new HashMap<>();
    example.attributes().forEach((key, value) -> {
      if (key.startsWith("option.")) {
        options.put(key.substring("option.".length()), List.of(value.split(",")));
      }
    });
    return new RuleSetting(true, Optional.empty(), options);
  }

  /** What became of the file since the base of a review. */
  static Review review(String kind, Path file, Example example) {
    return switch (kind) {
      case "added" -> new Review("main", Set.of(file), Map.of(), Map.of(), Set.of(), List.of());
      case "edited" -> new Review("main", Set.of(), Map.of(file, example.history().getLast()), Map.of(), Set.of(),
          List.of());
      case "gone" -> new Review("main", Set.of(), Map.of(), Map.of(file, example.code()), Set.of(), List.of());
      default -> throw new IllegalArgumentException("review=" + kind + ": expected added, edited or gone");
    };
  }
}
