package dev.ddlint.report;

import dev.ddlint.config.Standpoint;
import dev.ddlint.finding.Finding;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The {@code ignore:} entries of {@code ddlint.yaml} that silence what was found; ready to be pasted. */
final class ConfigReport {

  private ConfigReport() {}

  static String render(Run run) {
    Set<String> entries = new LinkedHashSet<>();
    run.findings().stream().sorted(Run.BY_LEVEL).forEach(reported -> each(reported.finding())
        .map(finding -> entry(finding, run.standpoint())).forEach(entries::add));
    return entries.isEmpty() ? "ignore: []\n" : "ignore:\n" + String.join("", entries);
  }

  /** Entries silence findings one by one, also those that are told together. */
  private static Stream<Finding> each(Finding finding) {
    return Stream.concat(Stream.of(finding), finding.others().findings().stream());
  }

  /** The entries as the text report's last line prints them. */
  static String flow(Finding finding) {
    return each(finding).map(ConfigReport::flowEntry).distinct().collect(Collectors.joining(", "));
  }

  private static String flowEntry(Finding finding) {
    return "{rule: " + finding.rule() + ", object: " + scalar(finding.object().name()) + "}";
  }

  private static String entry(Finding finding, Standpoint from) {
    return "  - rule: " + finding.rule() + "\n    object: " + scalar(finding.object().name()) + "\n    path: "
        + scalar(glob(from.path(finding.place().file().path()))) + "\n    reason: say why\n";
  }

  /** The path itself, though it holds characters that a glob would read as patterns. */
  private static String glob(String path) {
    StringBuilder glob = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      glob.append("*?[]{}\\".indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return glob.toString();
  }

  /** A name that YAML would read otherwise is quoted. */
  private static String scalar(String name) {
    boolean plain = !name.isEmpty() && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '_')
        && !Character.isDigit(name.charAt(0));
    return plain ? name : Json.string(name);
  }
}
