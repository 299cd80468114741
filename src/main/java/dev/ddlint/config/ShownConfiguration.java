package dev.ddlint.config;

import dev.ddlint.config.ConfigurationKeys.Key;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.text.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What holds, key by key, with the place that says so. What is shown is itself a configuration, of the same meaning. */
public final class ShownConfiguration {
  private static final String DEFAULT = "default";

  private final RuleIndex index;
  private final String file;
  private final List<Line> lines = new ArrayList<>();

  private ShownConfiguration(RuleIndex index, String file) {
    this.index = index;
    this.file = file;
  }

  /**
   * A line.
   *
   * @param origin {@code default} or {@code ddlint.yaml:4}; empty where the lines below tell
   */
  public record Line(String text, String origin) {}

  /** @param file as its lines are named; it was read without an error before */
  public static List<Line> of(Optional<Path> file, String shown, RuleIndex index) throws ConfigurationException {
    Map<String, Node> said = new LinkedHashMap<>();
    if (file.isPresent()) {
      Yaml yaml = new Yaml(file.get());
      Optional<Node> root = yaml.document(text(file.get()));
      if (root.isPresent()) {
        said.putAll(yaml.entries(root.get(), ConfigurationReader.KEYS, "a key of the configuration"));
      }
    }
    ShownConfiguration configuration = new ShownConfiguration(index, shown);
    ConfigurationKeys.TOP.forEach(key -> configuration.top(key, Optional.ofNullable(said.get(key.name()))));
    return configuration.lines;
  }

  private static String text(Path file) throws ConfigurationException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ConfigurationException(file + ": cannot be read (" + FileTrouble.of(e) + ")");
    }
  }

  private void top(Key key, Optional<Node> said) {
    if (said.isEmpty()) {
      byDefault("", key);
      return;
    }
    node("", key.name() + ":", said.get());
    if (said.get() instanceof MappingNode mapping) {
      rest(key.name(), mapping);
    }
  }

  /** What a key that is said leaves unsaid. */
  private void rest(String key, MappingNode mapping) {
    List<Key> inner = switch (key) {
      case "session" -> ConfigurationKeys.SESSION;
      case "tenancy" -> ConfigurationKeys.TENANCY;
      case "stats" -> ConfigurationKeys.STATS;
      case "rules" -> List.of(new Key("all others", "as the preset says", false, ""));
      default -> List.of();
    };
    inner.stream().filter(each -> value(mapping, each.name()).isEmpty()).forEach(each -> byDefault("  ", each));
  }

  private void byDefault(String indent, Key key) {
    lines.add(new Line(indent + (key.isValue() ? "" : "# ") + key.name() + ": " + key.byDefault(), DEFAULT));
  }

  private static Optional<Node> value(MappingNode mapping, String key) {
    return mapping.getValue().stream().filter(tuple -> scalar(tuple.getKeyNode()).equals(key))
        .map(NodeTuple::getValueNode).findFirst();
  }

  private void node(String indent, String lead, Node node) {
    if (node instanceof ScalarNode) {
      lines.add(new Line(indent + lead + " " + YamlText.of(scalar(node)), file + ":" + Yaml.line(node)));
    } else if (node instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
      lines.add(new Line(indent + lead, ""));
      mapping.getValue().forEach(tuple -> entry(indent + "  ", tuple));
    } else if (node instanceof SequenceNode list && !list.getValue().isEmpty()) {
      lines.add(new Line(indent + lead, ""));
      list.getValue().forEach(item -> item(indent + "  ", item));
    } else {
      lines.add(new Line(indent + lead + (node instanceof MappingNode ? " {}" : " []"), file + ":" + Yaml.line(node)));
    }
  }

  private void entry(String indent, NodeTuple tuple) {
    String key = scalar(tuple.getKeyNode());
    node(indent, YamlText.of(key) + ":", tuple.getValueNode());
    if (tuple.getValueNode() instanceof MappingNode options && !options.getValue().isEmpty()) {
      options(indent + "  ", key, options);
    }
  }

  /** The options of a rule that are not said. */
  private void options(String indent, String rule, MappingNode said) {
    index.byId(rule).map(List::of).orElseGet(() -> index.byAlias(rule)).stream()
        .flatMap(entry -> entry.options().stream()).filter(option -> value(said, option.name()).isEmpty()).distinct()
        .forEach(option -> lines.add(new Line(indent + option.name() + ": " + option(option), DEFAULT)));
  }

  private static String option(RuleIndex.OptionEntry option) {
    List<String> items = option.value().stream().map(YamlText::of).toList();
    return switch (option.kind()) {
      case LIST -> "[" + String.join(", ", items) + "]";
      case NUMBER, TEXT, FLAG -> items.isEmpty() ? "''" : String.join(",", items);
    };
  }

  /** An item; the first key of a mapping stands behind the dash. */
  private void item(String indent, Node item) {
    int first = lines.size();
    if (item instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
      mapping.getValue().forEach(tuple -> entry(indent + "  ", tuple));
      Line line = lines.get(first);
      lines.set(first, new Line(indent + "- " + line.text().substring(indent.length() + 2), line.origin()));
    } else {
      node(indent, "-", item);
    }
  }

  private static String scalar(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
