package dev.ddlint.rule;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Level;
import dev.ddlint.ir.Dialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a page: front matter, then sections in a fixed order. */
final class PageReader {
  static final int MOST_TAGS = 10;
  private static final String FENCE = "---";
  private static final Set<String> KEYS = Set.of("id", "title", "category", "level", "default", "dialects", "versions",
      "since", "aliases", "advice", "tags", "references");
  private static final List<String> HEADINGS = List.of(RulePage.WHAT, RulePage.WHY, RulePage.INSTEAD, RulePage.OPTIONS,
      RulePage.EXAMPLES);

  private final String id;
  private final String file;
  private final List<String> lines;
  private final Map<String, Entry> front = new LinkedHashMap<>();

  /** @param line of the page, 1-based */
  private record Entry(String value, int line) {}

  PageReader(String id, String markdown) {
    this.id = id;
    this.file = id + ".md";
    this.lines = markdown.replace("\r\n", "\n").lines().toList();
  }

  RulePage read() {
    int body = readFrontMatter();
    if (!text("id").equals(id)) {
      throw problem("id", "the id is `" + text("id") + "`, but the file is named " + file);
    }
    if (list("tags").size() > MOST_TAGS) {
      throw problem("tags", list("tags").size() + " tags, expected at most " + MOST_TAGS + " (GitHub keeps no more)");
    }
    Category category = oneOf("category", Category.values());
    Map<String, Integer> starts = headings(body);
    Map<String, String> sections = sections(starts);
    List<Example> examples = new ExampleReader(file, id, lines, starts.get(RulePage.EXAMPLES)).read();
    return new RulePage(id, text("title"), category, oneOf("level", Level.values()), onByDefault(),
        list("dialects").stream().map(word -> constant("dialects", word, Dialect.values())).toList(), text("versions"),
        text("since"), list("aliases"), oneOf("advice", Advice.Kind.values()), list("tags"), list("references"),
        Collections.unmodifiableMap(sections), examples, text(body, lines.size()));
  }

  /** Fills {@link #front} and gives the index of the first line behind it. */
  private int readFrontMatter() {
    if (lines.isEmpty() || !lines.get(0).equals(FENCE)) {
      throw new RulePage.Malformed(file, 1, "expected `---`, the begin of the front matter");
    }
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.equals(FENCE)) {
        requireAllKeys(i + 1);
        return i + 1;
      }
      int colon = line.indexOf(": ");
      String key = colon < 0 ? line.replaceFirst(":$", "") : line.substring(0, colon);
      if (!KEYS.contains(key)) {
        throw new RulePage.Malformed(file, i + 1, "expected `key: value` with a key of " + sorted(KEYS));
      }
      front.put(key, new Entry(colon < 0 ? "" : line.substring(colon + 2).strip(), i + 1));
    }
    throw new RulePage.Malformed(file, lines.size(), "the front matter is not closed, expected `---`");
  }

  private void requireAllKeys(int line) {
    List<String> missing = KEYS.stream().filter(key -> !front.containsKey(key)).sorted().toList();
    if (!missing.isEmpty()) {
      throw new RulePage.Malformed(file, line, "the front matter lacks " + String.join(", ", missing));
    }
  }

  private Map<String, Integer> headings(int body) {
    Map<String, Integer> starts = new LinkedHashMap<>();
    boolean code = false;
    int last = -1;
    for (int i = body; i < lines.size(); i++) {
      code ^= lines.get(i).startsWith("```");
      if (!code && lines.get(i).startsWith("## ")) {
        String heading = lines.get(i).substring(3).strip();
        int order = HEADINGS.indexOf(heading);
        if (order <= last) {
          throw new RulePage.Malformed(file, i + 1,
              "heading `" + heading + "` is unknown or out of order, expected the order " + HEADINGS);
        }
        last = order;
        starts.put(heading, i + 1);
      }
    }
    for (String heading : HEADINGS) {
      if (!heading.equals(RulePage.OPTIONS) && !starts.containsKey(heading)) {
        throw new RulePage.Malformed(file, lines.size(), "the section `## " + heading + "` is missing");
      }
    }
    return starts;
  }

  private Map<String, String> sections(Map<String, Integer> starts) {
    Map<String, String> sections = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(starts.keySet());
    for (int i = 0; i < names.size(); i++) {
      int end = i + 1 < names.size() ? starts.getOrDefault(names.get(i + 1), 1) - 1 : lines.size();
      sections.put(names.get(i), text(starts.getOrDefault(names.get(i), 0), end));
    }
    return sections;
  }

  private String text(int from, int to) {
    return String.join("\n", lines.subList(from, to)).strip();
  }

  private boolean onByDefault() {
    return switch (text("default")) {
      case "on" -> true;
      case "off" -> false;
      default -> throw problem("default", "expected `on` or `off`");
    };
  }

  private String text(String key) {
    String value = entry(key).value();
    if (value.isEmpty()) {
      throw problem(key, "`" + key + "` is empty");
    }
    return value;
  }

  /** {@code [a, b]}; {@code []} for none. */
  private List<String> list(String key) {
    String value = text(key);
    if (!value.startsWith("[") || !value.endsWith("]")) {
      throw problem(key, "expected a list, `[a, b]`");
    }
    String inside = value.substring(1, value.length() - 1).strip();
    return inside.isEmpty() ? List.of() : Arrays.stream(inside.split(",", -1)).map(String::strip).toList();
  }

  private <E extends Enum<E>> E oneOf(String key, E[] values) {
    return constant(key, text(key), values);
  }

  private <E extends Enum<E>> E constant(String key, String word, E[] values) {
    for (E value : values) {
      if (word(value).equals(word)) {
        return value;
      }
    }
    throw problem(key, "`" + word + "` is unknown, expected one of "
        + Arrays.stream(values).map(PageReader::word).collect(Collectors.joining(", ")));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Entry entry(String key) {
    return front.getOrDefault(key, new Entry("", 1));
  }

  private RulePage.Malformed problem(String key, String message) {
    return new RulePage.Malformed(file, entry(key).line(), message);
  }

  private static String sorted(Set<String> words) {
    return words.stream().sorted().collect(Collectors.joining(", "));
  }
}
