package dev.ddlint.config;

import dev.ddlint.finding.Level;
import dev.ddlint.ir.Dialect;
import dev.ddlint.project.HistoryPattern;
import dev.ddlint.project.Layout;
import dev.ddlint.project.ProjectSettings;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.Settings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that can be configured, resolved.
 *
 * @param rules by id or alias: a level, or off
 * @param overrides what holds for some files only; of two that match, the later one
 * @param dialect that all files are read as; empty where each file tells
 * @param placeholders what template placeholders in migrations stand for
 * @param migrations in the order written
 * @param ignores findings that are silenced from here, as the text report prints them
 * @param baseline the file of findings that are held back
 * @param standpoint from which globs look at files
 */
public record Configuration(Preset preset, Map<String, RuleSetting> rules, List<Override> overrides,
    Optional<Dialect> dialect, Settings settings, Tenancy tenancy, Map<String, String> placeholders, FailOn failOn,
    List<Migrations> migrations, List<Ignore> ignores, Optional<Path> baseline, Standpoint standpoint) {

  public static final Configuration DEFAULT = new Configuration(Preset.RECOMMENDED, Map.of(), List.of(),
      Optional.empty(), Settings.DEFAULT, Tenancy.INFERRED, Map.of(), FailOn.ERROR, List.of(), List.of(),
      Optional.empty(), Standpoint.NONE);

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
   * @param path a glob over the path from the configuration's folder
   * @param until the last day on which it holds
   * @param line of the configuration on which it stands
   */
  public record Ignore(String rule, Optional<String> object, Optional<String> path, Optional<String> reason,
      Optional<LocalDate> until, int line) {

    /** An entry that holds for ever. */
    public static Ignore of(String rule, Optional<String> object, Optional<String> path) {
      return new Ignore(rule, object, path, Optional.empty(), Optional.empty(), 0);
    }
  }

  /**
   * Rule settings for some files.
   *
   * @param paths globs over the path from the configuration's folder
   * @param rules levels, without options
   */
  public record Override(List<String> paths, Map<String, RuleSetting> rules) {}

  /** What holds for a rule: what is said of its id, then of an alias, then of the preset. */
  public RuleSetting setting(RuleIndex.Entry rule) {
    return said(rule, rules)
        .orElse(rule.onByDefault() || preset == Preset.STRICT ? RuleSetting.ON : RuleSetting.OFF);
  }

  /** Whether a rule that is off is on for some files. */
  public boolean isOnSomewhere(RuleIndex.Entry rule) {
    return overrides.stream().anyMatch(override -> said(rule, override.rules()).filter(RuleSetting::on).isPresent());
  }

  /** What is said of a rule by its id, else by an alias. */
  public static Optional<RuleSetting> said(RuleIndex.Entry rule, Map<String, RuleSetting> rules) {
    RuleSetting byId = rules.get(rule.id());
    if (byId != null || rules.isEmpty()) {
      return Optional.ofNullable(byId);
    }
    return rule.aliases().stream().map(alias -> alias.substring(alias.indexOf(':') + 1)).filter(rules::containsKey)
        .findFirst().map(rules::get);
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
    return new Configuration(other, rules, overrides, dialect, settings, tenancy, placeholders, failOn, migrations,
        ignores, baseline, standpoint);
  }

  public Configuration with(Settings other) {
    return new Configuration(preset, rules, overrides, dialect, other, tenancy, placeholders, failOn, migrations,
        ignores, baseline, standpoint);
  }

  public Configuration with(Tenancy other) {
    return new Configuration(preset, rules, overrides, dialect, settings, other, placeholders, failOn, migrations,
        ignores, baseline, standpoint);
  }

  /** The same, with these findings silenced. */
  public Configuration ignoring(List<Ignore> other) {
    return new Configuration(preset, rules, overrides, dialect, settings, tenancy, placeholders, failOn, migrations,
        List.copyOf(other), baseline, standpoint);
  }

  public Configuration withBaseline(Path other) {
    return new Configuration(preset, rules, overrides, dialect, settings, tenancy, placeholders, failOn, migrations,
        ignores, Optional.of(other), standpoint);
  }

  public Configuration withoutBaseline() {
    return new Configuration(preset, rules, overrides, dialect, settings, tenancy, placeholders, failOn, migrations,
        ignores, Optional.empty(), standpoint);
  }

  /** The same, with globs that look at files from there. */
  public Configuration seenFrom(Standpoint other) {
    return new Configuration(preset, rules, overrides, dialect, settings, tenancy, placeholders, failOn, migrations,
        ignores, baseline, other);
  }

  /** With more said of rules; what is said later wins. */
  public Configuration withRules(Map<String, RuleSetting> more) {
    Map<String, RuleSetting> all = new LinkedHashMap<>(rules);
    all.putAll(more);
    return new Configuration(preset, Map.copyOf(all), overrides, dialect, settings, tenancy, placeholders, failOn,
        migrations, ignores, baseline, standpoint);
  }
}
