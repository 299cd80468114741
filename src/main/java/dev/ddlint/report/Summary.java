package dev.ddlint.report;

import dev.ddlint.finding.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The last line of a report: what was read, how much of it was understood, what was found. */
record Summary(Run run, Style style) {

  @Override
  public String toString() {
    return counted() + " (" + seconds() + ")";
  }

  /** Without the time, which differs from run to run. */
  String counted() {
    String read = count(run.files(), "file") + ", " + count(run.statements(), "statement") + understood();
    String held = run.heldBack() == 0 ? "" : ", " + run.heldBack() + " held back by the baseline";
    return read + ": " + findings() + held;
  }

  private String understood() {
    int missed = run.statements() - run.understood();
    if (run.statements() == 0) {
      return "";
    }
    return missed == 0 ? ", all understood" : ", " + share() + " % understood (" + missed + " not)";
  }

  /** Rounded down, so that 100 is never said when something was missed. */
  private String share() {
    long tenths = run.understood() * 1000L / run.statements();
    return tenths / 10 + "." + tenths % 10;
  }

  private String findings() {
    Map<Level, Integer> counts = run.counts();
    List<String> parts = new ArrayList<>();
    for (Level level : Level.values()) {
      int count = counts.getOrDefault(level, 0);
      if (count > 0) {
        parts.add(style.level(level, count(count, level.word())));
      }
    }
    return parts.isEmpty() ? "no findings" : String.join(", ", parts);
  }

  private String seconds() {
    return String.format(Locale.ROOT, "%.1f s", run.elapsed().toMillis() / 1000.0);
  }

  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
