package dev.ddlint.config;

import dev.ddlint.catalog.tenancy.TenancyMode;
import dev.ddlint.config.Configuration.Ignore;
import dev.ddlint.config.Configuration.Preset;
import dev.ddlint.config.Configuration.RuleSetting;
import dev.ddlint.config.Configuration.Tenancy;
import dev.ddlint.finding.Level;
import dev.ddlint.rule.Option;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code ddlint.yaml}. Unknown keys and rules are errors: a typing mistake must not turn a check off. */
public final class ConfigurationReader {
  private static final int LARGEST = 1 << 20;
  private static final Set<String> KEYS = Set.of("preset", "rules", "postgres-version", "session", "tenancy",
      "placeholders", "fail-on", "migrations", "ignore");
  private static final Set<String> SESSION = Set.of("timezone", "lock_timeout", "statement_timeout");

  private final Path file;
  private final RuleIndex index;
  private final Set<String> ruleNames;

  /** @param index the rules that may be configured, by id or alias */
  public ConfigurationReader(Path file, RuleIndex index) {
    this.file = file;
    this.index = index;
    this.ruleNames = index.names();
  }

  public Configuration read() throws ConfigurationException {
    try {
      if (Files.size(file) > LARGEST) {
        throw new ConfigurationException(file + ": larger than 1 MiB, which no configuration is");
      }
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new ConfigurationException(file + ": cannot be read (" + e.getMessage() + ")");
    }
  }

  Configuration parse(String yaml) throws ConfigurationException {
    LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).setCodePointLimit(LARGEST)
        .setMaxAliasesForCollections(20).setAllowRecursiveKeys(false).build();
    Optional<Node> root;
    try {
      root = new Compose(settings).composeString(yaml);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new ConfigurationException(file + ":" + line + ": no valid YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new ConfigurationException(file + ": no valid YAML: " + e.getMessage());
    }
    return root.isEmpty()
        ? Configuration.DEFAULT
        : configuration(entries(root.get(), KEYS, "a key of the configuration"));
  }

  private Configuration configuration(Map<String, Node> entries) throws ConfigurationException {
    Configuration base = Configuration.DEFAULT;
    Preset preset = entries.containsKey("preset") ? word(entries.get("preset"), Preset.class) : base.preset();
    Level failOn = entries.containsKey("fail-on") ? word(entries.get("fail-on"), Level.class) : base.failOn();
    int version = base.settings().postgresVersion();
    if (entries.containsKey("postgres-version")) {
      version = version(entries.get("postgres-version"));
    }
    Settings settings = base.settings().withPostgresVersion(version).withSession(session(entries.get("session")));
    return new Configuration(preset, rules(entries.get("rules")), settings,
        tenancy(entries.get("tenancy")), texts(entries.get("placeholders")), failOn,
        migrations(entries.get("migrations")), ignores(entries.get("ignore")));
  }

  private Map<String, String> session(@org.jspecify.annotations.Nullable Node node) throws ConfigurationException {
    Map<String, String> session = new LinkedHashMap<>();
    if (node != null) {
      for (Map.Entry<String, Node> entry : entries(node, SESSION, "a key of `session`").entrySet()) {
        session.put(entry.getKey(), text(entry.getValue()));
      }
    }
    return session;
  }

  private int version(Node node) throws ConfigurationException {
    String written = text(node);
    boolean major = written.matches("[1-9][0-9]");
    if (!major) {
      throw error(node, "`postgres-version` is a major version such as 16, not `" + written + "`");
    }
    return Integer.parseInt(written);
  }

  private Map<String, RuleSetting> rules(@org.jspecify.annotations.Nullable Node node) throws ConfigurationException {
    Map<String, RuleSetting> rules = new LinkedHashMap<>();
    if (node != null) {
      for (Map.Entry<String, Node> entry : entries(node, ruleNames, "a rule").entrySet()) {
        rules.put(entry.getKey(), ruleSetting(entry.getKey(), entry.getValue()));
      }
    }
    return rules;
  }

  /** A level alone, or {@code {level: warning, max: 12}}. */
  private RuleSetting ruleSetting(String rule, Node node) throws ConfigurationException {
    if (!(node instanceof MappingNode)) {
      return ruleSetting(node);
    }
    Map<String, RuleIndex.OptionEntry> options = options(rule);
    Set<String> known = new LinkedHashSet<>(options.keySet());
    known.add("level");
    Map<String, Node> entries = entries(node, known, "an option of `" + rule + "`");
    Node level = entries.get("level");
    RuleSetting setting = level == null ? RuleSetting.ON : ruleSetting(level);
    Map<String, List<String>> said = new LinkedHashMap<>();
    for (Map.Entry<String, Node> entry : entries.entrySet()) {
      RuleIndex.OptionEntry option = options.get(entry.getKey());
      if (option != null) {
        said.put(option.name(), option(option, entry.getValue()));
      }
    }
    return new RuleSetting(setting.on(), setting.level(), said);
  }

  private RuleSetting ruleSetting(Node node) throws ConfigurationException {
    return switch (text(node).toLowerCase(Locale.ROOT)) {
      case "off", "false" -> RuleSetting.OFF;
      case "on", "true" -> RuleSetting.ON;
      default -> RuleSetting.at(word(node, Level.class));
    };
  }

  private Map<String, RuleIndex.OptionEntry> options(String rule) {
    Map<String, RuleIndex.OptionEntry> options = new LinkedHashMap<>();
    index.byId(rule).map(List::of).orElseGet(() -> index.byAlias(rule))
        .forEach(entry -> entry.options().forEach(option -> options.put(option.name(), option)));
    return options;
  }

  private List<String> option(RuleIndex.OptionEntry option, Node node) throws ConfigurationException {
    if (option.kind() == Option.Kind.LIST && node instanceof SequenceNode list) {
      List<String> items = new ArrayList<>();
      for (Node item : list.getValue()) {
        items.add(text(item));
      }
      return List.copyOf(items);
    }
    String value = text(node);
    if (option.kind() == Option.Kind.NUMBER && !value.matches("[0-9]{1,9}")) {
      throw error(node, "`" + option.name() + "` is a whole number, not `" + value + "`");
    }
    if (option.kind() == Option.Kind.FLAG && !value.matches("true|false")) {
      throw error(node, "`" + option.name() + "` is true or false, not `" + value + "`");
    }
    return List.of(value);
  }

  private List<Ignore> ignores(@org.jspecify.annotations.Nullable Node node) throws ConfigurationException {
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode list)) {
      throw error(node, "expected a list of entries such as {rule: drop-column, object: public.users.fax}");
    }
    List<Ignore> ignores = new ArrayList<>();
    for (Node item : list.getValue()) {
      Map<String, Node> entries = entries(item, Set.of("rule", "object", "path", "reason"), "a key of `ignore`");
      Node rule = entries.get("rule");
      if (rule == null) {
        throw error(item, "an entry of `ignore` names its `rule`");
      }
      if (!ruleNames.contains(text(rule))) {
        throw error(rule, "`" + text(rule) + "` is not a rule" + NearestName.suggestion(text(rule), ruleNames));
      }
      ignores.add(new Ignore(text(rule), maybe(entries.get("object")), maybe(entries.get("path"))));
    }
    return List.copyOf(ignores);
  }

  private Tenancy tenancy(@org.jspecify.annotations.Nullable Node node) throws ConfigurationException {
    if (node == null) {
      return Tenancy.INFERRED;
    }
    Map<String, Node> entries = entries(node, Set.of("root", "key", "shared", "mode"), "a key of `tenancy`");
    List<String> shared = new ArrayList<>();
    if (entries.get("shared") instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        shared.add(text(item));
      }
    }
    Node mode = entries.get("mode");
    if (mode != null && TenancyMode.of(text(mode)).isEmpty()) {
      List<String> words = Arrays.stream(TenancyMode.values()).map(TenancyMode::word).toList();
      throw error(mode, "expected one of " + String.join(", ", words) + ", not `" + text(mode) + "`");
    }
    return new Tenancy(maybe(entries.get("root")), maybe(entries.get("key")), List.copyOf(shared), maybe(mode));
  }

  private List<Configuration.Migrations> migrations(@org.jspecify.annotations.Nullable Node node)
      throws ConfigurationException {
    if (node == null) {
      return List.of();
    }
    MigrationsReader reader = new MigrationsReader(file);
    List<Configuration.Migrations> all = new ArrayList<>();
    for (Node item : node instanceof SequenceNode list ? list.getValue() : List.of(node)) {
      Map<String, Node> entries = entries(item, MigrationsReader.KEYS, "a key of `migrations`");
      Map<String, String> texts = new LinkedHashMap<>();
      for (Map.Entry<String, Node> entry : entries.entrySet()) {
        texts.put(entry.getKey(), text(entry.getValue()));
      }
      Configuration.Migrations read = reader.read(texts, message -> error(item, message));
      if (read.files().isEmpty() && all.stream().anyMatch(m -> m.files().isEmpty())) {
        throw error(item, "`migrations` says twice how all other histories are run; add `files` to one of the two");
      }
      all.add(read);
    }
    return List.copyOf(all);
  }

  private Optional<String> maybe(@org.jspecify.annotations.Nullable Node node) throws ConfigurationException {
    return node == null ? Optional.empty() : Optional.of(text(node));
  }

  private Map<String, String> texts(@org.jspecify.annotations.Nullable Node node) throws ConfigurationException {
    Map<String, String> texts = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        texts.put(text(tuple.getKeyNode()), text(tuple.getValueNode()));
      }
    } else if (node != null) {
      throw error(node, "expected `name: value` pairs");
    }
    return texts;
  }

  private Map<String, Node> entries(Node node, Set<String> known, String what) throws ConfigurationException {
    if (!(node instanceof MappingNode mapping)) {
      throw error(node, "expected `key: value` pairs");
    }
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = text(tuple.getKeyNode());
      if (!known.contains(key)) {
        throw error(tuple.getKeyNode(), "`" + key + "` is not " + what + NearestName.suggestion(key, known));
      }
      entries.put(key, tuple.getValueNode());
    }
    return entries;
  }

  private String text(Node node) throws ConfigurationException {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw error(node, "expected a single value");
  }

  private <E extends Enum<E>> E word(Node node, Class<E> kind) throws ConfigurationException {
    String written = text(node);
    for (E constant : kind.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(written)) {
        return constant;
      }
    }
    List<String> words = Arrays.stream(kind.getEnumConstants()).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    throw error(node, "expected one of " + String.join(", ", words) + ", not `" + written + "`");
  }

  private ConfigurationException error(Node node, String message) {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    return new ConfigurationException(file + ":" + line + ": " + message);
  }
}
