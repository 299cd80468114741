package dev.ddlint.report;

import dev.ddlint.finding.Level;
import dev.ddlint.rule.Category;
import dev.ddlint.rule.RuleIndex;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Lists rules by family. */
public final class RulesReport {
  private static final int LONGEST_LEVEL = 7;

  private RulesReport() {}

  /** @param level the level in force; empty when the rule is off */
  public record Row(RuleIndex.Entry rule, Optional<Level> level) {

    /** A rule as it is without configuration. */
    public static Row byDefault(RuleIndex.Entry rule) {
      return new Row(rule, rule.onByDefault() ? Optional.of(rule.level()) : Optional.empty());
    }

    private String state() {
      return level.map(Level::word).orElse("off");
    }
  }

  /** A table for people. */
  public static String text(List<Row> rows, Style style) {
    int width = longest(rows, row -> row.rule().id().length());
    StringBuilder out = new StringBuilder();
    for (Category category : Category.values()) {
      List<Row> family = rows.stream().filter(row -> row.rule().category() == category).toList();
      if (!family.isEmpty()) {
        out.append(out.isEmpty() ? "" : "\n").append(style.bold(category.title())).append('\n');
        family.forEach(
            row -> out.append("  ").append(padded(row.rule().id(), width)).append("  ").append(state(row, style))
                .append("  ").append(row.rule().title()).append('\n'));
      }
    }
    long on = rows.stream().filter(row -> row.level().isPresent()).count();
    return out.append('\n').append(rows.size()).append(" rules, ").append(on).append(" on; more: ddlint explain RULE\n")
        .toString();
  }

  private static String state(Row row, Style style) {
    String word = padded(row.state(), LONGEST_LEVEL);
    return row.level().map(level -> style.level(level, word)).orElseGet(() -> style.dim(word));
  }

  private static int longest(List<Row> rows, ToIntFunction<Row> length) {
    return rows.stream().mapToInt(length).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** An array of objects, one a line. */
  public static String json(List<Row> rows) {
    return rows.stream().map(RulesReport::object).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
  }

  private static String object(Row row) {
    RuleIndex.Entry rule = row.rule();
    return "{\"id\": " + Json.string(rule.id()) + ", \"category\": " + Json.string(rule.category().word())
        + ", \"title\": " + Json.string(rule.title()) + ", \"level\": " + Json.string(rule.level().word())
        + ", \"default\": " + Json.string(rule.onByDefault() ? "on" : "off") + ", \"inForce\": "
        + Json.string(row.state()) + ", \"aliases\": " + Json.strings(rule.aliases()) + "}";
  }
}
