package dev.ddlint.config;

import dev.ddlint.catalog.tenancy.TenancyMode;
import dev.ddlint.config.ConfigurationKeys.Key;
import dev.ddlint.finding.Level;
import dev.ddlint.ir.Dialect;
import dev.ddlint.project.Layout;
import dev.ddlint.project.Layouts;
import dev.ddlint.rule.Option;
import dev.ddlint.rule.RuleIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The JSON Schema of {@code ddlint.yaml}, for editors: made of the keys that are read and the rules that there are. */
public final class ConfigurationSchema {
  private static final Map<String, Object> TEXT = Map.of("type", List.of("string", "number", "boolean"));
  private static final Map<String, Object> RULES = Map.of("$ref", "#/$defs/rules");
  private static final Map<String, Object> LEVELS = Map.of("$ref", "#/$defs/levels");

  private final RuleIndex index;

  public ConfigurationSchema(RuleIndex index) {
    this.index = index;
  }

  /** As maps and lists, the way JSON nests them. */
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "ddlint.yaml");
    schema.putAll(object(ConfigurationKeys.TOP, this::top));
    Map<String, Object> definitions = new LinkedHashMap<>();
    definitions.put("level", level());
    definitions.put("name", Map.of("enum", index.names().stream().sorted().toList()));
    definitions.put("setting", setting(List.of()));
    definitions.put("size", ordered("type", "string", "pattern", "^[1-9][0-9]{0,8} ?[kmgtKMGT][bB]$"));
    definitions.put("rules", rules());
    definitions.put("levels", levels());
    schema.put("$defs", definitions);
    return schema;
  }

  private Map<String, Object> top(Key key) {
    return switch (key.name()) {
      case "preset" -> words(Configuration.Preset.values());
      case "fail-on" -> words(FailOn.values());
      case "postgres-version" -> ordered("type", List.of("integer", "string"), "minimum", 10, "maximum", 99, "pattern",
          "^[1-9][0-9]$");
      case "dialect" -> words(Dialect.values());
      case "session" -> object(ConfigurationKeys.SESSION, each -> TEXT);
      case "stats" -> any(TEXT, object(ConfigurationKeys.STATS, ConfigurationSchema::stats));
      case "rules" -> RULES;
      case "overrides" -> oneOrSeveral(required(
          object(ConfigurationKeys.OVERRIDE, each -> each.name().equals("rules") ? LEVELS : oneOrSeveral(TEXT)),
          "paths", "rules"));
      case "migrations" -> oneOrSeveral(object(ConfigurationKeys.MIGRATIONS, ConfigurationSchema::migrations));
      case "tenancy" -> object(ConfigurationKeys.TENANCY, ConfigurationSchema::tenancy);
      case "ignore" -> ordered("type", "array", "items",
          required(object(ConfigurationKeys.IGNORE, ConfigurationSchema::ignore), "rule"));
      case "placeholders" -> ordered("type", "object", "additionalProperties", TEXT);
      default -> TEXT;
    };
  }

  private static Map<String, Object> stats(Key key) {
    return key.name().equals("file") ? TEXT : Map.of("$ref", "#/$defs/size");
  }

  private static Map<String, Object> migrations(Key key) {
    return switch (key.name()) {
      case "runner" -> Map.of("enum", Layouts.all().stream().map(Layout::id).toList());
      case "transaction" -> Map.of("enum", MigrationsReader.REACHES);
      default -> ordered("type", "string", "pattern", "^[^/]");
    };
  }

  private static Map<String, Object> tenancy(Key key) {
    return switch (key.name()) {
      case "shared" -> oneOrSeveral(TEXT);
      case "mode" -> Map.of("enum", Arrays.stream(TenancyMode.values()).map(TenancyMode::word).toList());
      default -> TEXT;
    };
  }

  private static Map<String, Object> ignore(Key key) {
    return switch (key.name()) {
      case "rule" -> Map.of("$ref", "#/$defs/name");
      case "until" -> ordered("type", "string", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
      default -> TEXT;
    };
  }

  /** Every rule by its id, and by each alias as other tools name it. */
  private Map<String, Object> rules() {
    Map<String, Object> properties = new LinkedHashMap<>();
    index.all().forEach(rule -> properties.put(rule.id(), rule(rule)));
    index.names().stream().sorted().filter(name -> !properties.containsKey(name))
        .forEach(alias -> properties.put(alias, alias(alias)));
    return closed(properties);
  }

  /** Every rule without its options. */
  private static Map<String, Object> levels() {
    return ordered("type", "object", "propertyNames", Map.of("$ref", "#/$defs/name"), "additionalProperties",
        Map.of("$ref", "#/$defs/setting"));
  }

  private static Map<String, Object> rule(RuleIndex.Entry rule) {
    Map<String, Object> schema = ordered("description", rule.title());
    schema.putAll(known(rule.options()));
    return schema;
  }

  private Map<String, Object> alias(String alias) {
    List<RuleIndex.Entry> meant = index.byAlias(alias);
    Map<String, Object> schema = ordered("description",
        "The same as " + String.join(" and ", meant.stream().map(RuleIndex.Entry::id).toList()));
    schema.putAll(known(meant.stream().flatMap(rule -> rule.options().stream()).toList()));
    return schema;
  }

  private static Map<String, Object> known(List<RuleIndex.OptionEntry> options) {
    return options.isEmpty() ? Map.of("$ref", "#/$defs/setting") : setting(options);
  }

  private static Map<String, Object> setting(List<RuleIndex.OptionEntry> options) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("level", Map.of("$ref", "#/$defs/level"));
    options.forEach(option -> properties.put(option.name(), option(option)));
    return any(Map.of("$ref", "#/$defs/level"), closed(properties));
  }

  private static Map<String, Object> option(RuleIndex.OptionEntry option) {
    String text = String.join(",", option.value());
    return switch (option.kind()) {
      case NUMBER -> ordered("type", "integer", "minimum", 0, "default", Long.parseLong(text));
      case FLAG -> ordered("type", "boolean", "default", Boolean.parseBoolean(text));
      case TEXT -> ordered("type", "string", "default", text);
      case LIST -> {
        Map<String, Object> list = ordered("default", option.value());
        list.putAll(oneOrSeveral(TEXT));
        yield list;
      }
    };
  }

  /** YAML readers take {@code off} for a word or for a truth value, as old as they are. */
  private static Map<String, Object> level() {
    List<Object> words = new ArrayList<>(Arrays.stream(Level.values()).map(Level::word).toList());
    words.addAll(List.of("off", "on", true, false));
    return Map.of("enum", words);
  }

  private static Map<String, Object> object(List<Key> keys, Function<Key, Map<String, Object>> value) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Key key : keys) {
      Map<String, Object> property = ordered("description", key.says());
      if (key.isValue()) {
        boolean number = key.byDefault().chars().allMatch(Character::isDigit);
        property.put("default", number ? (Object) Integer.valueOf(key.byDefault()) : key.byDefault());
      }
      property.putAll(value.apply(key));
      properties.put(key.name(), property);
    }
    return closed(properties);
  }

  private static Map<String, Object> closed(Map<String, Object> properties) {
    return ordered("type", "object", "additionalProperties", false, "properties", properties);
  }

  private static Map<String, Object> required(Map<String, Object> object, String... keys) {
    Map<String, Object> schema = new LinkedHashMap<>(object);
    schema.put("required", List.of(keys));
    return schema;
  }

  private static Map<String, Object> oneOrSeveral(Map<String, Object> item) {
    return any(item, ordered("type", "array", "items", item));
  }

  private static Map<String, Object> any(Object... schemas) {
    return ordered("anyOf", List.of(schemas));
  }

  private static Map<String, Object> words(Enum<?>... constants) {
    return ordered("enum", Stream.of(constants).map(ConfigurationKeys::word).toList());
  }

  /** {@link Map#of} gives another order each time the program runs. */
  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return map;
  }
}
