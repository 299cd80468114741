package dev.ddlint.report;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Finding;
import dev.ddlint.ir.Dialect;
import dev.ddlint.report.Run.Problem;
import dev.ddlint.report.Run.Reported;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people read in a terminal. */
public final class TextReport {
  /** A longer heading of a step stands on a line of its own. */
  private static final int LONGEST_WHEN = 20;
  private static final String SPACE = "   ";
  /** So many entries fit on a line. */
  private static final int FEW = 2;

  private final Style style;

  public TextReport(Style style) {
    this.style = style;
  }

  public String render(Run run) {
    StringBuilder out = new StringBuilder();
    run.findings().stream().sorted(Run.BY_PLACE)
        .forEach(reported -> finding(out, reported, run.standpoint().name()));
    run.problems().stream().filter(problem -> problem.kind() == Problem.Kind.UNREADABLE_FILE)
        .forEach(problem -> out.append(style.level(dev.ddlint.finding.Level.ERROR, "error")).append(": ")
            .append(SafeText.oneLine(problem.message())).append("\n\n"));
    foreign(out, run.foreign());
    testData(out, run.testData());
    return out.append(new Summary(run, style)).append('\n').toString();
  }

  private void finding(StringBuilder out, Reported reported, String configuration) {
    Finding finding = reported.finding();
    out.append(style.level(finding.level(), finding.level().word() + "[" + finding.rule() + "]"))
        .append(style.bold(": " + SafeText.oneLine(finding.headline()))).append('\n');
    new Excerpt(finding.place(), style).appendTo(out, finding.level());
    String bullet = " ".repeat(Excerpt.gutter(finding.place())) + style.frame(" =") + " ";
    finding.facts().forEach(fact -> line(out, bullet, fact.label(), SafeText.oneLine(fact.text())));
    if (Also.isAny(finding)) {
      line(out, bullet, "also", SafeText.oneLine(Also.places(finding)));
    }
    Also.besides(finding).forEach(related -> line(out, bullet, "see",
        SafeText.oneLine(related.message() + ": " + related.place())));
    finding.advice().ifPresent(advice -> advice(out, bullet, Excerpt.gutter(finding.place()), advice));
    line(out, bullet, "more",
        "ddlint explain " + finding.rule() + "       silence: " + silence(reported, configuration));
    out.append('\n');
  }

  private void line(StringBuilder out, String bullet, String label, String text) {
    out.append(bullet).append(style.bold(label + ":")).append(' ').append(text).append('\n');
  }

  private void advice(StringBuilder out, String bullet, int gutter, Advice advice) {
    if (advice.kind() == Advice.Kind.NONE && advice.steps().isEmpty()) {
      line(out, bullet, "instead", "there is no form that avoids this");
      return;
    }
    int longest = advice.steps().stream().mapToInt(step -> step.when().length()).max().orElse(0);
    String indent = " ".repeat(gutter + " = instead: ".length());
    boolean apart = longest > LONGEST_WHEN;
    String lead = bullet + style.bold("instead:") + " ";
    for (Advice.Step step : advice.steps()) {
      out.append(lead).append(step.when());
      lead = indent;
      String first = apart ? "\n" + indent + SPACE : " ".repeat(longest - step.when().length()) + SPACE;
      String next = indent + SPACE + (apart ? "" : " ".repeat(longest));
      lines(out, step.lines(), first, next);
    }
  }

  private static void lines(StringBuilder out, List<String> lines, String first, String next) {
    String lead = first;
    for (String line : SafeText.lines(String.join("\n", lines))) {
      out.append(lead).append(line).append('\n');
      lead = next;
    }
    if (lead.equals(first)) {
      out.append('\n');
    }
  }

  /**
   * A comment would change a migration's checksum; one that is published is therefore silenced from outside.
   *
   * @param configuration the file, as messages name it
   */
  static String silence(Reported reported, String configuration) {
    String rule = reported.finding().rule();
    boolean outside = !reported.editable() || !isOfOneRule(reported.finding());
    if (outside && reported.finding().count() > FEW) {
      return "in " + SafeText.oneLine(configuration) + "   by the " + reported.finding().count()
          + " entries that --format config prints";
    }
    if (outside) {
      return "in " + SafeText.oneLine(configuration) + "   ignore: ["
          + SafeText.oneLine(ConfigReport.flow(reported.finding())) + "]";
    }
    String comment = reported.place().file().path().endsWith(".prisma") ? "//" : "--";
    String each = reported.finding().others().oneStatement() ? "" : ", at each of the statements";
    return comment + " ddlint:ignore " + rule + ": <reason>" + each;
  }

  /** What another rule says of another file no comment of this one silences. */
  private static boolean isOfOneRule(Finding finding) {
    return finding.others().findings().stream().allMatch(other -> other.rule().equals(finding.rule()));
  }

  private void foreign(StringBuilder out, Map<Dialect, Integer> foreign) {
    for (Dialect dialect : Dialect.values()) {
      int files = foreign.getOrDefault(dialect, 0);
      if (files > 0) {
        out.append("not judged: ").append(Summary.count(files, "file")).append(" of ").append(dialect.title())
            .append('\n');
      }
    }
  }

  private static void testData(StringBuilder out, Map<String, Integer> folders) {
    new TreeMap<>(folders).forEach((folder, files) -> out.append("not judged: ").append(Summary.count(files, "file"))
        .append(" of test data in ").append(SafeText.oneLine(folder)).append(" (name it, and it is)\n"));
  }
}
