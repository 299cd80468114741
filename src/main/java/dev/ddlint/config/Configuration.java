package dev.ddlint.config;

import dev.ddlint.finding.Level;
import dev.ddlint.project.HistoryPattern;
import dev.ddlint.project.Layout;
import dev.ddlint.project.ProjectSettings;
import dev.ddlint.rule.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that can be configured, resolved.
 *
 * @param rules by id or alias: a level, or off
 * @param placeholders what template placeholders in migrations stand for
 * @param migrations in the order written
 * @param ignores findings that are silenced from here, as the text report prints them
 */
public record Configuration(Preset preset, Map<String, RuleSetting> rules, Settings settings, Tenancy tenancy,
    Map<String, String> placeholders, Level failOn, List<Migrations> migrations, List<Ignore> ignores) {

  public static final Configuration DEFAULT = new Configuration(Preset.RECOMMENDED, Map.of(), Settings.DEFAULT,
      Tenancy.INFERRED, Map.of(), Level.ERROR);

  /** A configuration that leaves the finding of migrations to the layouts. */
  public Configuration(Preset preset, Map<String, RuleSetting> rules, Settings settings, Tenancy tenancy,
      Map<String, String> placeholders, Level failOn) {
    this(preset, rules, settings, tenancy, placeholders, failOn, List.of(), List.of());
  }

  /**
   * What is said under {@code migrations:} of one history.
   *
   * @param folder where the configuration stands, absolute
   * @param files a glob relative to that folder; empty where the runner of all other histories is meant
   * @param runner how the files are run; empty where that is not said
   */
  public record Migrations(Path folder, Optional<String> files, Optional<Layout> runner) {}

  /** Which rules are on when nothing else is said. */
  public enum Preset {
    RECOMMENDED, STRICT
  }

  /**
   * What is said of one rule.
   *
   * @param level replaces all of its levels
   * @param options by name; one item where the option is no list
   */
  public record RuleSetting(boolean on, Optional<Level> level, Map<String, List<String>> options) {
    public static final RuleSetting OFF = new RuleSetting(false, Optional.empty(), Map.of());
    public static final RuleSetting ON = new RuleSetting(true, Optional.empty(), Map.of());

    public static RuleSetting at(Level level) {
      return new RuleSetting(true, Optional.of(level), Map.of());
    }
  }

  /**
   * The {@code tenancy:} keys; what is absent is inferred.
   *
   * @param shared tables that belong to no tenant
   * @param mode {@code discriminator}, {@code row-security}, {@code citus}, {@code schema-per-tenant} or {@code none}
   */
  public record Tenancy(Optional<String> root, Optional<String> key, List<String> shared, Optional<String> mode) {
    public static final Tenancy INFERRED = new Tenancy(Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  }

  /**
   * An entry of {@code ignore:}. What is absent holds for all.
   *
   * @param rule an id or alias
   * @param object as reports name it: {@code public.users.email}
   * @param path a glob over the path that reports show
   */
  public record Ignore(String rule, Optional<String> object, Optional<String> path) {}

  /** The same, with these findings silenced. */
  public Configuration ignoring(List<Ignore> other) {
    return new Configuration(preset, rules, settings, tenancy, placeholders, failOn, migrations, List.copyOf(other));
  }

  /** What the search for projects is to know of it. */
  public ProjectSettings projects() {
    List<HistoryPattern> patterns = new ArrayList<>();
    Optional<Layout> runner = Optional.empty();
    for (Migrations told : migrations) {
      if (told.files().isPresent()) {
        patterns.add(new HistoryPattern(told.folder(), told.files().get(), told.runner()));
      } else {
        runner = told.runner();
      }
    }
    return new ProjectSettings(patterns, runner);
  }

  public Configuration with(Preset other) {
    return new Configuration(other, rules, settings, tenancy, placeholders, failOn, migrations, ignores);
  }

  public Configuration with(Settings other) {
    return new Configuration(preset, rules, other, tenancy, placeholders, failOn, migrations, ignores);
  }

  public Configuration withFailOn(Level other) {
    return new Configuration(preset, rules, settings, tenancy, placeholders, other, migrations, ignores);
  }

  /** With more said of rules; what is said later wins. */
  public Configuration withRules(Map<String, RuleSetting> more) {
    Map<String, RuleSetting> all = new java.util.LinkedHashMap<>(rules);
    all.putAll(more);
    return new Configuration(preset, Map.copyOf(all), settings, tenancy, placeholders, failOn, migrations, ignores);
  }
}
