package dev.ddlint.rule;

import dev.ddlint.finding.Level;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All rules by id, read from the small table that the build makes of pages and classes. Loads no rule's class. */
public final class RuleIndex {
  public static final String RESOURCE = "META-INF/ddlint/rules.index";
  /** How many fields a line has. */
  public static final int FIELDS = 12;
  private static final char TAB = '\t';

  private final Map<String, Entry> byId;

  /**
   * A rule's line.
   *
   * @param subscribes the simple names of the changes or statements that it checks; empty for a rule about a migration
   *        or a schema
   * @param options in the order in which the class declares them
   */
  public record Entry(String id, Category category, Level level, boolean onByDefault, List<String> aliases,
      String title, String className, RuleKind kind, List<String> subscribes, List<Effect> effects,
      List<String> takesIn, List<OptionEntry> options) {

    /**
     * Makes the rule.
     *
     * @param said what the configuration says of its options, by name
     */
    public Object instantiate(Map<String, List<String>> said) {
      try {
        Class<?> type = Class.forName(className, true, RuleIndex.class.getClassLoader());
        return options.isEmpty()
            ? type.getDeclaredConstructor().newInstance()
            : type.getDeclaredConstructor(Options.class).newInstance(defaults().under(said));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the rule " + id + " cannot be made of " + className, e);
      }
    }

    private Options defaults() {
      Map<String, List<String>> values = new LinkedHashMap<>();
      options.forEach(option -> values.put(option.name(), option.value()));
      return new Options(values);
    }

    /** As one line of the index. */
    public String line() {
      return String.join(String.valueOf(TAB), id, category.word(), level.word(), onByDefault ? "on" : "off",
          String.join(",", aliases), title, className, kind.word(), String.join(",", subscribes),
          String.join(",", effects.stream().map(Effect::name).toList()), String.join(",", takesIn),
          String.join(";", options.stream().map(OptionEntry::field).toList()));
    }
  }

  /**
   * An option of a rule.
   *
   * @param value what holds when nothing is said
   */
  public record OptionEntry(String name, Option.Kind kind, List<String> value) {

    private String field() {
      return name + "|" + kind.name() + "|" + String.join(",", value);
    }

    private static OptionEntry of(String field) {
      List<String> parts = split(field, '|');
      return new OptionEntry(parts.get(0), Option.Kind.valueOf(parts.get(1)), words(parts.get(2)));
    }
  }

  private RuleIndex(Map<String, Entry> byId) {
    this.byId = byId;
  }

  /** Reads the index from the class path. */
  public static RuleIndex load() {
    try (InputStream in = RuleIndex.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing: the build makes it in the phase process-classes");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An index without rules. */
  public static RuleIndex none() {
    return new RuleIndex(Map.of());
  }

  static RuleIndex parse(String text) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      Entry entry = entry(split(text.substring(start, end), TAB));
      entries.put(entry.id(), entry);
      start = end + 1;
    }
    return new RuleIndex(Collections.unmodifiableMap(entries));
  }

  private static Entry entry(List<String> fields) {
    return new Entry(fields.get(0), Category.valueOf(constant(fields.get(1))), Level.valueOf(constant(fields.get(2))),
        fields.get(3).equals("on"), words(fields.get(4)), fields.get(5), fields.get(6),
        RuleKind.valueOf(constant(fields.get(7))), words(fields.get(8)),
        words(fields.get(9)).stream().map(Effect::valueOf).toList(), words(fields.get(10)),
        fields.get(11).isEmpty() ? List.of() : split(fields.get(11), ';').stream().map(OptionEntry::of).toList());
  }

  private static String constant(String word) {
    return word.toUpperCase(java.util.Locale.ROOT);
  }

  private static List<String> words(String field) {
    return field.isEmpty() ? List.of() : split(field, ',');
  }

  /** {@link String#split} would load the regular expressions, which a start does not need otherwise. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
      parts.add(text.substring(start, end));
      start = end + 1;
    }
    parts.add(text.substring(start));
    return List.copyOf(parts);
  }

  /** All rules, by family and then by id. */
  public Collection<Entry> all() {
    return byId.values();
  }

  public Optional<Entry> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All ids, and all aliases without their tool's name. */
  public Set<String> names() {
    Set<String> names = new HashSet<>(byId.keySet());
    all().forEach(rule -> rule.aliases().forEach(alias -> names.add(alias.substring(alias.indexOf(':') + 1))));
    return names;
  }

  /** The rules that an alias stands for; the tool's name before the colon may be left out. */
  public List<Entry> byAlias(String alias) {
    return all().stream().filter(rule -> rule.aliases().stream().anyMatch(own -> means(own, alias))).toList();
  }

  private static boolean means(String own, String alias) {
    return own.equals(alias) || own.substring(own.indexOf(':') + 1).equals(alias);
  }
}
