package dev.ddlint.report;

import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Finding.Related;
import dev.ddlint.text.Place;
import java.util.List;
import java.util.stream.Collectors;

/** Where the others stand that are told with a finding, in one line for people: they are all in sight of each other. */
final class Also {

  private Also() {}

  /** {@code `b` (5:75), `c` (5:118)}; the line and column where the file is the finding's own. */
  static String places(Finding finding) {
    return finding.others().findings().stream().filter(other -> other.rule().equals(finding.rule()))
        .map(other -> "`" + name(other) + "` (" + place(other.place(), finding.place()) + ")")
        .collect(Collectors.joining(", "));
  }

  private static String name(Finding finding) {
    String name = finding.object().name();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String place(Place place, Place near) {
    return place.file() == near.file() ? place.start().toString() : place.toString();
  }

  /** The places that belong to a finding, without those of the others. */
  static List<Related> besides(Finding finding) {
    return finding.related().stream().filter(related -> finding.others().findings().stream()
        .noneMatch(other -> other.rule().equals(finding.rule()) && other.place().equals(related.place()))).toList();
  }

  /** Those that stand in a line of their own: a change that led to the finding is told as such. */
  static boolean isAny(Finding finding) {
    return finding.others().findings().stream().anyMatch(other -> other.rule().equals(finding.rule()));
  }
}
