package dev.ddlint.report;

import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Level;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** JUnit's XML: a suite a file, a case a finding; notes are cases that passed. */
final class JunitReport {

  private JunitReport() {}

  static String render(Run run) {
    Map<String, List<Finding>> files = run.findings().stream().sorted(Run.BY_PLACE).map(Run.Reported::finding)
        .collect(Collectors.groupingBy(finding -> finding.place().file().path(), TreeMap::new, Collectors.toList()));
    long failures = run.findings().stream().filter(reported -> fails(reported.finding())).count();
    List<Run.Problem> unreadable = run.problems().stream()
        .filter(problem -> problem.kind() == Run.Problem.Kind.UNREADABLE_FILE).toList();
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
    int tests = Math.max(1, run.findings().size() + unreadable.size());
    counts(out, tests, failures, unreadable.size());
    files.forEach((path, findings) -> suite(out, path, findings));
    unreadable.forEach(problem -> unreadable(out, problem));
    if (files.isEmpty() && unreadable.isEmpty()) {
      out.append("  <testsuite name=\"ddlint\" tests=\"1\" failures=\"0\" errors=\"0\">\n    <testcase name=\"")
          .append(run.files()).append(" files\" classname=\"ddlint\"/>\n  </testsuite>\n");
    }
    return out.append("</testsuites>\n").toString();
  }

  private static boolean fails(Finding finding) {
    return finding.level() != Level.NOTE;
  }

  private static void counts(StringBuilder out, int tests, long failures, int errors) {
    out.append(" tests=\"").append(tests).append("\" failures=\"").append(failures).append("\" errors=\"")
        .append(errors).append("\">\n");
  }

  private static void suite(StringBuilder out, String path, List<Finding> findings) {
    out.append("  <testsuite name=\"").append(xml(path)).append('"');
    counts(out, findings.size(), findings.stream().filter(JunitReport::fails).count(), 0);
    for (Finding finding : findings) {
      out.append("    <testcase name=\"").append(xml(finding.rule() + " at " + finding.place().start()))
          .append("\" classname=\"").append(xml(path)).append('"');
      String message = xml(PlainMessage.of(finding));
      if (fails(finding)) {
        out.append(">\n      <failure type=\"").append(finding.level().word()).append("\" message=\"")
            .append(xml(finding.headline())).append("\">").append(message).append("</failure>\n    </testcase>\n");
      } else {
        out.append(">\n      <system-out>").append(message).append("</system-out>\n    </testcase>\n");
      }
    }
    out.append("  </testsuite>\n");
  }

  private static void unreadable(StringBuilder out, Run.Problem problem) {
    out.append("  <testsuite name=\"").append(xml(problem.path()))
        .append("\" tests=\"1\" failures=\"0\" errors=\"1\">\n    <testcase name=\"unreadable\" classname=\"")
        .append(xml(problem.path())).append("\">\n      <error type=\"unreadable\" message=\"")
        .append(xml(problem.message())).append("\"/>\n    </testcase>\n  </testsuite>\n");
  }

  /** Escaped, and without the characters that XML 1.0 has no way to write. */
  private static String xml(String text) {
    return HtmlText.escaped(PlainMessage.safe(text));
  }
}
