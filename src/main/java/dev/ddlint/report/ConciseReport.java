package dev.ddlint.report;

import dev.ddlint.finding.Finding;

/** One line a finding: {@code file:line:column: level rule: message}. */
final class ConciseReport {

  private ConciseReport() {}

  static String render(Run run) {
    StringBuilder out = new StringBuilder();
    run.findings().stream().sorted(Run.BY_PLACE).forEach(reported -> {
      Finding finding = reported.finding();
      out.append(
          line(finding.place() + ": " + finding.level().word() + " " + finding.rule() + ": " + finding.headline()))
          .append('\n');
    });
    run.problems().stream().filter(problem -> problem.kind() == Run.Problem.Kind.UNREADABLE_FILE)
        .forEach(problem -> out.append(line(problem.message())).append('\n'));
    return out.toString();
  }

  /** A line begins with a path, which may be named like a command. */
  private static String line(String text) {
    return SafeText.beginning(SafeText.oneLine(text));
  }
}
