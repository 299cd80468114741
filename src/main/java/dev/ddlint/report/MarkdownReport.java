package dev.ddlint.report;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Finding;
import java.util.List;

/** A page for a job's summary or a comment. Text of files stands in code or escaped: it links, mentions and tags nothing. */
final class MarkdownReport {
  /** A comment on GitHub holds 65,536 characters. */
  private static final int LARGEST = 60_000;
  private static final String MARKS = "\\`*_[]<>#!|~@&";

  private MarkdownReport() {}

  static String render(Run run) {
    StringBuilder out = new StringBuilder("## ddlint\n\n").append(inline(new Summary(run, Style.PLAIN).counted()))
        .append("\n");
    run.problems().stream().filter(problem -> problem.kind() == Run.Problem.Kind.UNREADABLE_FILE)
        .forEach(problem -> out.append("\n**unreadable:** ").append(inline(problem.message())).append('\n'));
    List<Run.Reported> findings = run.findings().stream().sorted(Run.BY_LEVEL).toList();
    for (int i = 0; i < findings.size(); i++) {
      String next = finding(findings.get(i).finding());
      if (out.length() + next.length() > LARGEST) {
        return out.append("\n").append(findings.size() - i)
            .append(" more findings are not shown here: the page would grow too large.\n").toString();
      }
      out.append(next);
    }
    return out.toString();
  }

  private static String finding(Finding finding) {
    StringBuilder out = new StringBuilder("\n<details><summary>").append(finding.level().word()).append(' ')
        .append(code(finding.rule())).append(' ').append(inline(finding.headline())).append(" — ")
        .append(code(SafeText.oneLine(finding.place().toString()))).append("</summary>\n\n");
    fenced(out, SafeText.oneLine(finding.place().text()));
    for (Finding.Fact fact : finding.facts()) {
      out.append("- **").append(inline(fact.label())).append(":** ").append(inline(fact.text())).append('\n');
    }
    if (Also.isAny(finding)) {
      out.append("- **also:** ").append(inline(Also.places(finding))).append('\n');
    }
    for (Finding.Related related : Also.besides(finding)) {
      out.append("- **see:** ").append(inline(related.message() + ": " + related.place())).append('\n');
    }
    finding.advice().ifPresent(advice -> advice(out, advice));
    return out.append("\n</details>\n").toString();
  }

  private static void advice(StringBuilder out, Advice advice) {
    for (Advice.Step step : advice.steps()) {
      out.append("\nInstead, ").append(inline(step.when())).append(":\n\n");
      fenced(out, PlainMessage.safe(String.join("\n", step.lines())));
    }
  }

  /** The fence is longer than any run of backticks in the text. */
  private static void fenced(StringBuilder out, String text) {
    int longest = 2;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    out.append(fence).append("sql\n").append(text).append('\n').append(fence).append('\n');
  }

  /**
   * Words in backticks become code; elsewhere each character that Markdown or HTML could read as a mark is written as
   * its number, and a character of no width parts what would mention, link or refer.
   */
  private static String inline(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    String line = SafeText.oneLine(text);
    int at = 0;
    while (at < line.length()) {
      int open = line.indexOf('`', at);
      int close = open < 0 ? -1 : line.indexOf('`', open + 1);
      if (close < 0) {
        return out.append(marksAsNumbers(line.substring(at))).toString();
      }
      out.append(marksAsNumbers(line.substring(at, open))).append(code(line.substring(open + 1, close)));
      at = close + 1;
    }
    return out.toString();
  }

  private static String code(String text) {
    return "<code>" + asNumbers(text) + "</code>";
  }

  private static String marksAsNumbers(String text) {
    return asNumbers(text).replace("&#64;", "&#64;&#8203;").replace("&#35;", "&#35;&#8203;").replace("://",
        ":&#8203;//").replace("www.", "www&#8203;.");
  }

  private static String asNumbers(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (MARKS.indexOf(c) >= 0) {
        out.append("&#").append((int) c).append(';');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
