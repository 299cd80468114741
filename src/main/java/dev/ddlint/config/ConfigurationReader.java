package dev.ddlint.config;

import dev.ddlint.catalog.tenancy.TenancyMode;
import dev.ddlint.config.Configuration.Override;
import dev.ddlint.config.Configuration.Preset;
import dev.ddlint.config.Configuration.Tenancy;
import dev.ddlint.ir.Dialect;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.Settings;
import dev.ddlint.text.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code ddlint.yaml}. Unknown keys and rules are errors: a typing mistake must not turn a check off. */
public final class ConfigurationReader {
  static final Set<String> KEYS = Set.of("preset", "rules", "overrides", "dialect", "postgres-version", "session",
      "tenancy", "placeholders", "fail-on", "migrations", "ignore", "baseline", "stats");
  static final Set<String> SESSION = Set.of("timezone", "lock_timeout", "statement_timeout");
  static final Set<String> TENANCY = Set.of("root", "key", "shared", "mode");
  static final Set<String> OVERRIDE = Set.of("paths", "rules");

  private final Path file;
  private final Yaml yaml;
  private final RulesReader rules;

  /** @param index the rules that may be configured, by id or alias */
  public ConfigurationReader(Path file, RuleIndex index) {
    this.file = file;
    this.yaml = new Yaml(file);
    this.rules = new RulesReader(yaml, index);
  }

  public Configuration read() throws ConfigurationException {
    try {
      if (Files.size(file) > Yaml.LARGEST) {
        throw new ConfigurationException(file + ": larger than 1 MiB, which no configuration is");
      }
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new ConfigurationException(file + ": cannot be read (" + FileTrouble.of(e) + ")");
    }
  }

  Configuration parse(String text) throws ConfigurationException {
    Optional<Node> root = yaml.document(text);
    return root.isEmpty()
        ? Configuration.DEFAULT
        : configuration(yaml.entries(root.get(), KEYS, "a key of the configuration"));
  }

  private Configuration configuration(Map<String, Node> entries) throws ConfigurationException {
    Configuration base = Configuration.DEFAULT;
    Node preset = entries.get("preset");
    Node failOn = entries.get("fail-on");
    Node version = entries.get("postgres-version");
    Settings settings = base.settings().withSession(session(entries.get("session")))
        .withStatistics(new StatsReader(file, yaml).read(entries.get("stats")));
    return new Configuration(preset == null ? base.preset() : yaml.word(preset, Preset.class),
        rules.rules(entries.get("rules")), overrides(entries.get("overrides")), dialect(entries.get("dialect")),
        version == null ? settings : settings.withPostgresVersion(version(version)), tenancy(entries.get("tenancy")),
        yaml.texts(entries.get("placeholders")), failOn == null ? base.failOn() : yaml.word(failOn, FailOn.class),
        migrations(entries.get("migrations")), new IgnoresReader(yaml, rules).ignores(entries.get("ignore")),
        yaml.maybe(entries.get("baseline")).map(this::beside), base.standpoint());
  }

  private Path beside(String path) {
    return file.toAbsolutePath().normalize().resolveSibling(path);
  }

  private Map<String, String> session(@Nullable Node node) throws ConfigurationException {
    Map<String, String> session = new LinkedHashMap<>();
    if (node != null) {
      for (Map.Entry<String, Node> entry : yaml.entries(node, SESSION, "a key of `session`").entrySet()) {
        session.put(entry.getKey(), yaml.text(entry.getValue()));
      }
    }
    return session;
  }

  private int version(Node node) throws ConfigurationException {
    String written = yaml.text(node);
    boolean major = written.matches("[1-9][0-9]");
    if (!major) {
      throw yaml.error(node, "`postgres-version` is a major version such as 16, not `" + written + "`");
    }
    return Integer.parseInt(written);
  }

  private Optional<Dialect> dialect(@Nullable Node node) throws ConfigurationException {
    return node == null ? Optional.empty() : Optional.of(yaml.word(node, Dialect.class));
  }

  private List<Override> overrides(@Nullable Node node) throws ConfigurationException {
    List<Override> overrides = new ArrayList<>();
    for (Node item : yaml.items(node)) {
      Map<String, Node> entries = yaml.entries(item, OVERRIDE, "a key of `overrides`");
      List<String> paths = yaml.globs(entries.get("paths"));
      if (paths.isEmpty() || !entries.containsKey("rules")) {
        throw yaml.error(item, "an entry of `overrides` says for which `paths` which `rules` hold");
      }
      overrides.add(new Override(paths, rules.levels(entries.get("rules"))));
    }
    return List.copyOf(overrides);
  }

  private Tenancy tenancy(@Nullable Node node) throws ConfigurationException {
    if (node == null) {
      return Tenancy.INFERRED;
    }
    Map<String, Node> entries = yaml.entries(node, TENANCY, "a key of `tenancy`");
    Node mode = entries.get("mode");
    if (mode != null && TenancyMode.of(yaml.text(mode)).isEmpty()) {
      List<String> words = Arrays.stream(TenancyMode.values()).map(TenancyMode::word).toList();
      throw yaml.error(mode, "expected one of " + String.join(", ", words) + ", not `" + yaml.text(mode) + "`");
    }
    return new Tenancy(yaml.maybe(entries.get("root")), yaml.maybe(entries.get("key")),
        yaml.list(entries.get("shared")), yaml.maybe(mode));
  }

  private List<Configuration.Migrations> migrations(@Nullable Node node) throws ConfigurationException {
    MigrationsReader reader = new MigrationsReader(file);
    List<Configuration.Migrations> all = new ArrayList<>();
    for (Node item : yaml.items(node)) {
      Map<String, String> texts = new LinkedHashMap<>();
      for (Map.Entry<String, Node> entry : yaml.entries(item, MigrationsReader.KEYS, "a key of `migrations`")
          .entrySet()) {
        texts.put(entry.getKey(), yaml.text(entry.getValue()));
      }
      Configuration.Migrations read = reader.read(texts, message -> yaml.error(item, message));
      if (read.files().isEmpty() && all.stream().anyMatch(m -> m.files().isEmpty())) {
        throw yaml.error(item,
            "`migrations` says twice how all other histories are run; add `files` to one of the two");
      }
      all.add(read);
    }
    return List.copyOf(all);
  }
}
