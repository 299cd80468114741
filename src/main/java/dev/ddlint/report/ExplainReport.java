package dev.ddlint.report;

import dev.ddlint.ir.Dialect;
import dev.ddlint.rule.RulePage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a rule's page for a terminal. */
public final class ExplainReport {
  private static final String INDENT = "    ";
  private final Style style;

  public ExplainReport(Style style) {
    this.style = style;
  }

  /** The pages of all rules that a run found something of, once each, the worst first. */
  public String render(Run run) {
    return run.findings().stream().sorted(Run.BY_LEVEL).map(reported -> reported.finding().rule()).distinct()
        .flatMap(rule -> run.rules().byId(rule).stream()).map(rule -> render(RulePage.of(rule)))
        .collect(Collectors.joining("\n\n"));
  }

  public String render(RulePage page) {
    StringBuilder out = new StringBuilder();
    out.append(style.level(page.level(), page.level().word())).append(style.bold("[" + page.id() + "]")).append(": ")
        .append(page.title()).append("\n\n");
    fact(out, "family", page.category().title());
    fact(out, "default",
        page.onByDefault() ? "on" : "off (in the preset strict, or by --rule " + page.id() + "=LEVEL)");
    fact(out, "holds for", dialects(page.dialects()) + " " + page.versions());
    fact(out, "known as", String.join(", ", page.aliases()));
    fact(out, "since", page.since());
    for (Map.Entry<String, String> section : page.sections().entrySet()) {
      out.append('\n').append(style.bold(section.getKey())).append('\n').append('\n');
      body(out, section.getValue());
    }
    references(out, page.references());
    return out.toString();
  }

  private static String dialects(List<Dialect> dialects) {
    return dialects.stream().map(Dialect::title).collect(Collectors.joining(", "));
  }

  private void fact(StringBuilder out, String label, String value) {
    if (!value.isEmpty()) {
      out.append(style.dim(label + " ".repeat(10 - label.length()))).append(value).append('\n');
    }
  }

  private void body(StringBuilder out, String markdown) {
    boolean code = false;
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("```")) {
        code = !code;
        fence(out, line.substring(3));
      } else if (code) {
        out.append(line.isEmpty() ? "" : INDENT).append(line).append('\n');
      } else {
        out.append(line).append('\n');
      }
    }
  }

  /** The words behind the language say what the example is: bad, good, or what was there before. */
  private void fence(StringBuilder out, String info) {
    int space = info.indexOf(' ');
    if (space > 0) {
      out.append(INDENT).append(style.dim("-- " + info.substring(space + 1))).append('\n');
    }
  }

  private void references(StringBuilder out, List<String> references) {
    if (!references.isEmpty()) {
      out.append('\n').append(style.bold("Read on")).append("\n\n");
      references.forEach(address -> out.append(address).append('\n'));
    }
  }
}
