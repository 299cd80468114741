package dev.ddlint.report;

import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** GitLab's code quality report: an array of issues (GitLab documentation, "Code Quality report format"). */
final class GitlabReport {

  private GitlabReport() {}

  static String render(Run run) {
    Map<String, Integer> seen = new HashMap<>();
    List<Map<String, Object>> issues = new ArrayList<>();
    run.findings().stream().sorted(Run.BY_LEVEL).forEach(reported -> issues.add(issue(reported.finding(), seen)));
    return Json.value(issues) + "\n";
  }

  /** GitLab keeps one issue a fingerprint: equal findings are counted. */
  private static Map<String, Object> issue(Finding finding, Map<String, Integer> seen) {
    int count = seen.merge(finding.fingerprint(), 1, Integer::sum);
    Map<String, Object> issue = new LinkedHashMap<>();
    issue.put("type", "issue");
    issue.put("description", PlainMessage.safe(finding.headline()));
    issue.put("check_name", finding.rule());
    issue.put("fingerprint", finding.fingerprint() + (count == 1 ? "" : "-" + count));
    issue.put("severity", severity(finding.level()));
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("path", finding.place().file().path());
    location.put("lines", Map.of("begin", finding.place().start().line()));
    issue.put("location", location);
    return issue;
  }

  private static String severity(Level level) {
    return switch (level) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case NOTE -> "info";
    };
  }
}
