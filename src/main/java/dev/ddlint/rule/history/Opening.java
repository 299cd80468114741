package dev.ddlint.rule.history;

import dev.ddlint.finding.ObjectPath;
import dev.ddlint.project.Migration;
import dev.ddlint.rule.Day;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;

/** Where a finding about a whole migration stands, and what it is about. */
final class Opening {

  private Opening() {}

  /** The first line of the first statement, so that a comment before it silences the finding; else the first line. */
  static Span of(Day day) {
    return day.steps().isEmpty() ? of(day.file()) : line(day.file(), day.steps().get(0).statement().span().start());
  }

  /** The first line that is not blank. */
  static Span of(SourceFile file) {
    String text = file.text();
    int start = 0;
    while (start < text.length() - 1
        && (Character.isWhitespace(text.charAt(start)) || text.charAt(start) == '\uFEFF')) {
      start++;
    }
    return line(file, start);
  }

  private static Span line(SourceFile file, int start) {
    int end = file.text().indexOf('\n', start);
    int stop = end < 0 ? file.text().length() : end;
    boolean carriageReturn = stop > start && file.text().charAt(stop - 1) == '\r';
    return new Span(start, Math.max(start, carriageReturn ? stop - 1 : stop));
  }

  /** The migration under the aspect that the finding is about: its name, its version, its way back. */
  static ObjectPath subject(String aspect, Migration migration) {
    return new ObjectPath(aspect, migration.name());
  }
}
