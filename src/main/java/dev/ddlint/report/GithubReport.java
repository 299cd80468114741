package dev.ddlint.report;

import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Level;

/**
 * Workflow commands of GitHub Actions, one a finding. Text of files cannot become a command of its own: what a command
 * could be built of is encoded as GitHub's own toolkit does it.
 */
final class GithubReport {

  private GithubReport() {}

  static String render(Run run) {
    StringBuilder out = new StringBuilder();
    run.findings().stream().sorted(Run.BY_LEVEL).forEach(reported -> finding(out, reported.finding()));
    run.problems().stream().filter(problem -> problem.kind() == Run.Problem.Kind.UNREADABLE_FILE)
        .forEach(problem -> out.append("::error title=ddlint::").append(data(problem.message())).append('\n'));
    return out.append(data(new Summary(run, Style.PLAIN).counted())).append('\n').toString();
  }

  private static void finding(StringBuilder out, Finding finding) {
    out.append("::").append(command(finding.level())).append(" file=").append(path(finding.place().file().path()))
        .append(",line=").append(finding.place().start().line()).append(",endLine=")
        .append(finding.place().end().line());
    // GitHub refuses columns of a place that spans lines.
    if (finding.place().start().line() == finding.place().end().line()) {
      out.append(",col=").append(finding.place().start().column()).append(",endColumn=")
          .append(finding.place().end().column());
    }
    out.append(",title=").append(property(finding.rule())).append("::").append(data(PlainMessage.of(finding)))
        .append('\n');
  }

  private static String command(Level level) {
    return level == Level.NOTE ? "notice" : level.word();
  }

  private static String data(String text) {
    return PlainMessage.safe(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  /** A path names its file only as it is: what GitHub decodes is encoded, and the rest replaced only where it would harm. */
  private static String path(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      switch (c) {
        case '%' -> out.append("%25");
        case '\r' -> out.append("%0D");
        case '\n' -> out.append("%0A");
        case ':' -> out.append("%3A");
        case ',' -> out.append("%2C");
        default -> out.appendCodePoint(SafeText.isHarmful(c) || SafeText.isCommand(text, i) ? '\uFFFD' : c);
      }
    }
    return out.toString();
  }
}
