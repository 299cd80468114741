package dev.ddlint.report;

import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Level;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.text.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many findings each rule has, the most first: in the place of the findings, or in front of many. */
public final class CountsReport {
  /** As many are read one by one. */
  private static final int FEW = 20;

  private static final int LONGEST_LEVEL = 7;

  private CountsReport() {}

  /** @param level the worst that it was found at */
  private record Row(String rule, Level level, String title, long count) {}

  /** In front of the findings of an audit, where these are many: what there is to read, and where to begin. */
  public static String overview(Run run, Style style) {
    if (run.findings().size() <= FEW || run.files() < 2) {
      return "";
    }
    List<Row> rows = rows(run);
    String head = style.bold(Summary.count(run.findings().size(), "finding") + " of "
        + Summary.count(rows.size(), "rule")) + "; `--statistics` shows these counts alone\n\n";
    return head + table(rows, style) + "\n";
  }

  /** @param quiet without the line that sums up */
  public static String text(Run run, Style style, boolean quiet) {
    List<Row> rows = rows(run);
    String sum = quiet ? "" : (rows.isEmpty() ? "" : "\n") + new Summary(run, style) + "\n";
    return table(rows, style) + sum;
  }

  private static String table(List<Row> rows, Style style) {
    int number = rows.stream().mapToInt(row -> String.valueOf(row.count()).length()).max().orElse(0);
    int name = rows.stream().mapToInt(row -> row.rule().length()).max().orElse(0);
    StringBuilder out = new StringBuilder();
    for (Row row : rows) {
      String count = String.valueOf(row.count());
      out.append(" ".repeat(number - count.length())).append(count).append("  ")
          .append(style.level(row.level(), padded(row.level().word(), LONGEST_LEVEL))).append("  ")
          .append(padded(row.rule(), name)).append("  ").append(row.title()).append('\n');
    }
    return out.toString();
  }

  /** An array of objects, one a line. */
  public static String json(Run run) {
    List<Row> rows = rows(run);
    return rows.isEmpty()
        ? "[]\n"
        : rows.stream()
            .map(row -> "{\"rule\": " + Json.string(row.rule()) + ", \"count\": " + row.count() + ", \"level\": "
                + Json.string(row.level().word()) + ", \"title\": " + Json.string(row.title()) + "}")
            .collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
  }

  private static List<Row> rows(Run run) {
    Map<String, List<Finding>> byRule = new LinkedHashMap<>();
    run.findings().stream().map(Run.Reported::finding)
        .forEach(finding -> byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(finding));
    return byRule.entrySet().stream().map(e -> row(e.getKey(), e.getValue(), run.rules()))
        .sorted(Order.by(Row::count).reversed().thenComparing(Row::rule)).toList();
  }

  private static Row row(String rule, List<Finding> findings, RuleIndex index) {
    Level worst = findings.stream().map(Finding::level).min(Comparator.naturalOrder()).orElse(Level.NOTE);
    return new Row(rule, worst, index.byId(rule).map(RuleIndex.Entry::title).orElse(""), findings.size());
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
