package dev.ddlint.engine;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.Override;
import dev.ddlint.config.Configuration.RuleSetting;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Level;
import dev.ddlint.rule.RuleIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rule settings that hold for some files only. Of two that match a file, the later one in the configuration counts. */
final class Overrides {
  private final RuleIndex index;
  private final Configuration configuration;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(List<PathGlob> paths, Map<String, RuleSetting> rules) {
    boolean matches(String path) {
      return paths.stream().anyMatch(glob -> glob.matches(path));
    }
  }

  Overrides(Configuration configuration, RuleIndex index) {
    this.index = index;
    this.configuration = configuration;
    for (Override override : configuration.overrides()) {
      entries.add(new Entry(override.paths().stream()
          .map(glob -> new PathGlob(configuration.standpoint(), glob)).toList(), override.rules()));
    }
  }

  /** The finding with the level of its file; empty where its rule is off there. */
  Optional<Finding> apply(Finding finding) {
    if (entries.isEmpty()) {
      return Optional.of(finding);
    }
    RuleIndex.Entry rule = index.byId(finding.rule()).orElseThrow();
    RuleSetting setting = configuration.setting(rule);
    for (Entry entry : entries) {
      if (entry.matches(finding.place().file().path())) {
        setting = Configuration.said(rule, entry.rules()).orElse(setting);
      }
    }
    return setting.on() ? Optional.of(at(setting.level(), finding)) : Optional.empty();
  }

  private static Finding at(Optional<Level> level, Finding finding) {
    return level.filter(other -> other != finding.level())
        .map(finding::at).orElse(finding);
  }
}
