package dev.ddlint.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a rule's options: what the configuration says, else what the rule's {@link Option} says.
 *
 * @param values by the option's name; one item where the option is no list
 */
public record Options(Map<String, List<String>> values) {

  /** These values where {@code said} has none. */
  Options under(Map<String, List<String>> said) {
    Map<String, List<String>> all = new HashMap<>(values);
    all.putAll(said);
    return new Options(Map.copyOf(all));
  }

  public int number(String name) {
    return Integer.parseInt(text(name));
  }

  public boolean flag(String name) {
    return Boolean.parseBoolean(text(name));
  }

  public String text(String name) {
    return String.join(",", list(name));
  }

  public List<String> list(String name) {
    List<String> value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the rule has no @Option of the name " + name);
    }
    return value;
  }
}
