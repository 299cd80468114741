package dev.ddlint.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fenced blocks of a page's last section. Blocks of other languages are prose. */
final class ExampleReader {
  private static final String FENCE = "```";
  private static final String HERE = "expect:";
  private static final String NEXT = "expect-next-line:";
  private static final String OPTION = "option.";
  private static final Set<String> ATTRIBUTES = Set.of("runner", "postgres-version", "timezone", "file", "review");

  private final String file;
  private final String id;
  private final List<String> lines;
  private final int start;
  private final List<Example> examples = new ArrayList<>();
  private final List<String> history = new ArrayList<>();
  private String caption = "";

  ExampleReader(String file, String id, List<String> lines, @Nullable Integer start) {
    this.file = file;
    this.id = id;
    this.lines = lines;
    this.start = start == null ? lines.size() : start;
  }

  List<Example> read() {
    int i = start;
    while (i < lines.size()) {
      i = lines.get(i).startsWith(FENCE) ? block(i) : prose(i);
    }
    if (!history.isEmpty()) {
      throw problem(lines.size(), "a history block without an example behind it");
    }
    requireBoth();
    return List.copyOf(examples);
  }

  private void requireBoth() {
    for (boolean bad : new boolean[]{true, false}) {
      if (examples.stream().noneMatch(example -> example.bad() == bad)) {
        throw problem(start, "no " + (bad ? "bad" : "good") + " example, expected at least one of each");
      }
    }
  }

  private int prose(int i) {
    String line = lines.get(i).strip();
    if (!line.isEmpty()) {
      boolean goesOn = i > start && !lines.get(i - 1).isBlank() && !lines.get(i - 1).startsWith(FENCE);
      caption = goesOn ? caption + " " + line : line;
    }
    return i + 1;
  }

  /** Reads the block that opens at a line, and gives the line behind it. */
  private int block(int open) {
    int close = open + 1;
    while (close < lines.size() && !lines.get(close).equals(FENCE)) {
      close++;
    }
    if (close == lines.size()) {
      throw problem(open + 1, "the block is not closed, expected ```");
    }
    List<String> info = List.of(lines.get(open).substring(FENCE.length()).strip().split("\\s+"));
    List<String> code = lines.subList(open + 1, close);
    language(info.get(0)).ifPresent(language -> add(language, info.subList(1, info.size()), code, open + 1));
    return close + 1;
  }

  private static Optional<Example.Language> language(String word) {
    return switch (word) {
      case "sql" -> Optional.of(Example.Language.SQL);
      case "prisma" -> Optional.of(Example.Language.PRISMA);
      default -> Optional.empty();
    };
  }

  /** @param line the fence's, 1-based */
  private void add(Example.Language language, List<String> words, List<String> code, int line) {
    String text = String.join("\n", code) + "\n";
    switch (words.isEmpty() ? "" : words.get(0)) {
      case "history" -> history.add(text);
      case "bad", "good" -> {
        boolean bad = words.get(0).equals("bad");
        List<Example.Expected> expected = expected(language, code, line);
        if (bad == expected.isEmpty()) {
          throw problem(line, bad
              ? "a bad example marks the line of its finding, expected `" + language.comment() + " expect: " + id + "`"
              : "a good example expects nothing");
        }
        examples.add(new Example(language, bad, caption, attributes(words, line), List.copyOf(history), text, expected,
            line + 1));
        history.clear();
      }
      default -> throw problem(line, "expected `bad`, `good` or `history` behind the language");
    }
  }

  private Map<String, String> attributes(List<String> words, int line) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String word : words.subList(1, words.size())) {
      int equals = word.indexOf('=');
      if (equals < 0 || !isAttribute(word.substring(0, equals))) {
        throw problem(line, "`" + word + "` is no attribute, expected key=value with a key of "
            + ATTRIBUTES.stream().sorted().toList());
      }
      attributes.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return Map.copyOf(attributes);
  }

  /** {@code option.max=3} sets an option of the rule. */
  private static boolean isAttribute(String key) {
    return ATTRIBUTES.contains(key) || key.startsWith(OPTION);
  }

  private List<Example.Expected> expected(Example.Language language, List<String> code, int line) {
    List<Example.Expected> expected = new ArrayList<>();
    for (int i = 0; i < code.size(); i++) {
      String text = code.get(i);
      int mark = text.lastIndexOf(language.comment() + " expect");
      if (mark >= 0) {
        expected.add(mark(text.substring(mark + language.comment().length()).strip(), i + 1, line));
      }
    }
    return List.copyOf(expected);
  }

  private Example.Expected mark(String text, int at, int line) {
    if (text.startsWith(HERE)) {
      return new Example.Expected(at, text.substring(HERE.length()).strip());
    }
    if (text.startsWith(NEXT)) {
      return new Example.Expected(at + 1, text.substring(NEXT.length()).strip());
    }
    throw problem(line + at, "expected `expect: <rule>` or `expect-next-line: <rule>`");
  }

  private RulePage.Malformed problem(int line, String message) {
    return new RulePage.Malformed(file, line, message);
  }
}
