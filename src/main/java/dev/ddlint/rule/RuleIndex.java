package dev.ddlint.rule;

import dev.ddlint.finding.Level;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All rules by id, from a class that the build makes of the rules' pages and classes: a file would have to be looked up in
 * the jar, which a start opens for nothing else. Loads no rule's class.
 */
public final class RuleIndex {
  /** The class that the build makes: a supplier of the entries, by family and then by id. */
  public static final String WRITTEN = "dev.ddlint.rule.WrittenIndex";

  private final Map<String, Entry> byId;

  /**
   * What is known of a rule.
   *
   * @param subscribes the simple names of the changes or statements that it checks; empty for a rule about a migration
   *        or a schema
   * @param options in the order in which the class declares them
   * @param maker makes the rule; the class is loaded then
   */
  public record Entry(String id, Category category, Level level, boolean onByDefault, List<String> aliases,
      String title, RuleKind kind, List<String> subscribes, List<Effect> effects, List<String> takesIn,
      List<OptionEntry> options, Function<Options, Object> maker) {

    /**
     * Makes the rule.
     *
     * @param said what the configuration says of its options, by name
     */
    public Object instantiate(Map<String, List<String>> said) {
      return maker.apply(defaults().under(said));
    }

    private Options defaults() {
      Map<String, List<String>> values = new LinkedHashMap<>();
      options.forEach(option -> values.put(option.name(), option.value()));
      return new Options(values);
    }
  }

  /**
   * An option of a rule.
   *
   * @param value what holds when nothing is said
   */
  public record OptionEntry(String name, Option.Kind kind, List<String> value) {}

  private RuleIndex(Map<String, Entry> byId) {
    this.byId = byId;
  }

  /** The index that the build made. */
  public static RuleIndex load() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    written().get().forEach(entry -> entries.put(entry.id(), entry));
    return new RuleIndex(Collections.unmodifiableMap(entries));
  }

  @SuppressWarnings("unchecked")
  private static Supplier<List<Entry>> written() {
    try {
      return (Supplier<List<Entry>>) Class.forName(WRITTEN, true, RuleIndex.class.getClassLoader())
          .getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(WRITTEN + " is missing: the build makes it in the phase process-classes", e);
    }
  }

  /** An index without rules. */
  public static RuleIndex none() {
    return new RuleIndex(Map.of());
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
