package dev.ddlint.report;

import dev.ddlint.finding.Level;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;

/** The source line of a place, with carets under it. */
final class Excerpt {
  /** Longer lines are cut around the place. */
  private static final int LONGEST = 160;
  private static final int BEFORE = 40;
  private static final String CUT = "…";

  private final Place place;
  private final Style style;

  Excerpt(Place place, Style style) {
    this.place = place;
    this.style = style;
  }

  /** The columns that line numbers take. */
  static int gutter(Place place) {
    return String.valueOf(place.start().line()).length();
  }

  void appendTo(StringBuilder out, Level level) {
    SourceFile file = place.file();
    int number = place.start().line();
    Span line = file.line(number);
    int start = Math.max(line.start(), Math.min(place.span().start(), line.end()));
    int end = Math.max(start, Math.min(place.span().end(), line.end()));
    boolean more = place.span().end() > line.end() && !file.text(new Span(end, place.span().end())).isBlank();
    Span shown = window(file.text(), line, start);
    String pad = " ".repeat(gutter(place));
    String lead = shown.start() > line.start() ? CUT : "";
    String tail = shown.end() < line.end() ? CUT : "";
    String before = lead + file.text(new Span(shown.start(), start));
    String text = before + file.text(new Span(start, shown.end())) + tail;
    int width = SafeText.columns(before + file.text(new Span(start, Math.min(end, shown.end()))))
        - SafeText.columns(before);
    String carets = "^".repeat(Math.max(1, width)) + (more || end > shown.end() ? "..." : "");
    out.append(pad).append(style.frame(" -->")).append(' ').append(SafeText.oneLine(place.toString())).append('\n');
    out.append(pad).append(style.frame(" |")).append('\n');
    out.append(style.frame(number + " |")).append(' ').append(SafeText.of(text)).append('\n');
    out.append(pad).append(style.frame(" |")).append(' ').append(" ".repeat(SafeText.columns(before)))
        .append(style.level(level, carets)).append('\n');
  }

  /** The part of a long line that is shown; it cuts no character in two. */
  private static Span window(String text, Span line, int start) {
    if (line.length() <= LONGEST) {
      return line;
    }
    int from = Math.max(line.start(), start - BEFORE);
    int to = Math.min(line.end(), from + LONGEST);
    return new Span(whole(text, from, line), whole(text, to, line));
  }

  private static int whole(String text, int at, Span line) {
    boolean inside = at > line.start() && at < line.end() && Character.isLowSurrogate(text.charAt(at));
    return inside ? at - 1 : at;
  }
}
