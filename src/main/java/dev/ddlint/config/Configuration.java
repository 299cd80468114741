package dev.ddlint.config;

import dev.ddlint.finding.Level;
import dev.ddlint.rule.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that can be configured, resolved.
 *
 * @param rules by id or alias: a level, or off
 * @param placeholders what template placeholders in migrations stand for
 * @param ignores findings that are silenced from here, as the text report prints them
 */
public record Configuration(Preset preset, Map<String, RuleSetting> rules, Settings settings, Tenancy tenancy,
    Map<String, String> placeholders, Level failOn, List<Ignore> ignores) {

  public static final Configuration DEFAULT = new Configuration(Preset.RECOMMENDED, Map.of(), Settings.DEFAULT,
      Tenancy.INFERRED, Map.of(), Level.ERROR, List.of());

  /** Which rules are on when nothing else is said. */
  public enum Preset {
    RECOMMENDED, STRICT
  }

  /** What is said of one rule: a level replaces all of its levels; an empty one turns it off. */
  public record RuleSetting(boolean on, Optional<Level> level) {
    public static final RuleSetting OFF = new RuleSetting(false, Optional.empty());
    public static final RuleSetting ON = new RuleSetting(true, Optional.empty());
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

  public Configuration with(Preset other) {
    return new Configuration(other, rules, settings, tenancy, placeholders, failOn, ignores);
  }

  public Configuration with(Settings other) {
    return new Configuration(preset, rules, other, tenancy, placeholders, failOn, ignores);
  }

  public Configuration withFailOn(Level other) {
    return new Configuration(preset, rules, settings, tenancy, placeholders, other, ignores);
  }

  /** With more said of rules; what is said later wins. */
  public Configuration withRules(Map<String, RuleSetting> more) {
    Map<String, RuleSetting> all = new java.util.LinkedHashMap<>(rules);
    all.putAll(more);
    return new Configuration(preset, Map.copyOf(all), settings, tenancy, placeholders, failOn, ignores);
  }
}
