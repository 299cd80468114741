package dev.ddlint.config;

import dev.ddlint.config.Configuration.RuleSetting;
import dev.ddlint.finding.Level;
import dev.ddlint.rule.Option;
import dev.ddlint.rule.RuleIndex;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads what is said of rules, by id or alias. */
final class RulesReader {
  private final Yaml yaml;
  private final RuleIndex index;
  private final Set<String> names;

  RulesReader(Yaml yaml, RuleIndex index) {
    this.yaml = yaml;
    this.index = index;
    this.names = index.names();
  }

  Map<String, RuleSetting> rules(@Nullable Node node) throws ConfigurationException {
    Map<String, RuleSetting> rules = new LinkedHashMap<>();
    if (node != null) {
      for (Map.Entry<String, Node> entry : yaml.entries(node, names, "a rule").entrySet()) {
        rules.put(entry.getKey(), setting(entry.getKey(), entry.getValue()));
      }
    }
    return rules;
  }

  /** Levels alone: the options of a rule hold for all files. */
  Map<String, RuleSetting> levels(@Nullable Node node) throws ConfigurationException {
    Map<String, RuleSetting> levels = rules(node);
    for (Map.Entry<String, RuleSetting> entry : levels.entrySet()) {
      if (node != null && !entry.getValue().options().isEmpty()) {
        String option = entry.getValue().options().keySet().iterator().next();
        throw yaml.error(node, "`" + option + "` of `" + entry.getKey() + "` holds for all files; say it under `rules`"
            + " of the whole configuration");
      }
    }
    return levels;
  }

  /** A rule's name where a single one is written. */
  String rule(Node node) throws ConfigurationException {
    String written = yaml.text(node);
    if (!names.contains(written)) {
      throw yaml.error(node, "`" + written + "` is not a rule" + NearestName.suggestion(written, names));
    }
    return written;
  }

  /** A level alone, or {@code {level: warning, max: 12}}. */
  private RuleSetting setting(String rule, Node node) throws ConfigurationException {
    if (!(node instanceof MappingNode)) {
      return level(node);
    }
    Map<String, RuleIndex.OptionEntry> options = options(rule);
    Set<String> known = new LinkedHashSet<>(options.keySet());
    known.add("level");
    Map<String, Node> entries = yaml.entries(node, known, "an option of `" + rule + "`");
    Node level = entries.get("level");
    RuleSetting setting = level == null ? RuleSetting.ON : level(level);
    Map<String, List<String>> said = new LinkedHashMap<>();
    for (Map.Entry<String, Node> entry : entries.entrySet()) {
      RuleIndex.OptionEntry option = options.get(entry.getKey());
      if (option != null) {
        said.put(option.name(), option(option, entry.getValue()));
      }
    }
    return new RuleSetting(setting.on(), setting.level(), said);
  }

  private RuleSetting level(Node node) throws ConfigurationException {
    String written = yaml.text(node).toLowerCase(Locale.ROOT);
    return switch (written) {
      case "off", "false" -> RuleSetting.OFF;
      case "on", "true" -> RuleSetting.ON;
      default -> Arrays.stream(Level.values()).filter(level -> level.word().equals(written)).findFirst()
          .map(RuleSetting::at).orElseThrow(() -> yaml.error(node,
              "expected error, warning, note, off or on, not `" + written + "`"));
    };
  }

  private Map<String, RuleIndex.OptionEntry> options(String rule) {
    Map<String, RuleIndex.OptionEntry> options = new LinkedHashMap<>();
    index.byId(rule).map(List::of).orElseGet(() -> index.byAlias(rule))
        .forEach(entry -> entry.options().forEach(option -> options.put(option.name(), option)));
    return options;
  }

  private List<String> option(RuleIndex.OptionEntry option, Node node) throws ConfigurationException {
    if (option.kind() == Option.Kind.LIST && node instanceof SequenceNode) {
      return yaml.list(node);
    }
    String value = yaml.text(node);
    if (option.kind() == Option.Kind.NUMBER && !value.matches("[0-9]{1,9}")) {
      throw yaml.error(node, "`" + option.name() + "` is a whole number, not `" + value + "`");
    }
    if (option.kind() == Option.Kind.FLAG && !value.matches("true|false")) {
      throw yaml.error(node, "`" + option.name() + "` is true or false, not `" + value + "`");
    }
    return List.of(value);
  }
}
