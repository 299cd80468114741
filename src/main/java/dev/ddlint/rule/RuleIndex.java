package dev.ddlint.rule;

import dev.ddlint.finding.Level;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rules by id, read from the small table that the build makes of pages and classes. Loads no rule's class. */
public final class RuleIndex {
  public static final String RESOURCE = "META-INF/ddlint/rules.index";
  /** How many fields a line has. */
  public static final int FIELDS = 11;
  private static final char TAB = '\t';

  private final Map<String, Entry> byId;

  /**
   * A rule's line.
   *
   * @param subscribes the simple name of the change or statement that it checks; empty for a schema rule
   */
  public record Entry(String id, Category category, Level level, boolean onByDefault, List<String> aliases,
      String title, String className, RuleKind kind, String subscribes, List<Effect> effects, List<String> takesIn) {

    /** Makes the rule. */
    public Object instantiate() {
      return instantiate(RuleIndex.class.getClassLoader());
    }

    Object instantiate(ClassLoader loader) {
      try {
        return Class.forName(className, true, loader).getDeclaredConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the rule " + id + " cannot be made of " + className, e);
      }
    }

    /** As one line of the index. */
    public String line() {
      return String.join(String.valueOf(TAB), id, category.word(), level.word(), onByDefault ? "on" : "off",
          String.join(",", aliases), title, className, kind.word(), subscribes,
          String.join(",", effects.stream().map(Effect::name).toList()), String.join(",", takesIn));
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
        RuleKind.valueOf(constant(fields.get(7))), fields.get(8),
        words(fields.get(9)).stream().map(Effect::valueOf).toList(), words(fields.get(10)));
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

  /** The rules that an alias stands for; the tool's name before the colon may be left out. */
  public List<Entry> byAlias(String alias) {
    return all().stream().filter(rule -> rule.aliases().stream().anyMatch(own -> means(own, alias))).toList();
  }

  private static boolean means(String own, String alias) {
    return own.equals(alias) || own.substring(own.indexOf(':') + 1).equals(alias);
  }
}
