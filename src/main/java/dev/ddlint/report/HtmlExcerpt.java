package dev.ddlint.report;

import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;

/** The source lines of a place, with the clause marked. */
final class HtmlExcerpt {
  private static final int LINES = 12;
  /** Longer lines are cut around the place. */
  private static final int LONGEST = 400;
  private static final int BEFORE = 80;

  private HtmlExcerpt() {}

  static String of(Place place) {
    int first = place.start().line();
    int last = Math.max(first, place.end().line());
    int shown = Math.min(last, first + LINES - 1);
    StringBuilder out = new StringBuilder("<pre class=\"source\">");
    for (int number = first; number <= shown; number++) {
      line(out, place, number);
    }
    if (shown < last) {
      out.append("<span class=\"line dim\"><span class=\"number\">…</span> ")
          .append(Summary.count(last - shown, "more line")).append("\n</span>");
    }
    return out.append("</pre>\n").toString();
  }

  private static void line(StringBuilder out, Place place, int number) {
    SourceFile file = place.file();
    Span line = file.line(number);
    int start = Math.max(line.start(), Math.min(place.span().start(), line.end()));
    int end = Math.max(start, Math.min(place.span().end(), line.end()));
    int from = line.length() <= LONGEST ? line.start() : whole(file.text(), Math.max(line.start(), start - BEFORE));
    int to = line.length() <= LONGEST ? line.end() : whole(file.text(), Math.min(line.end(), from + LONGEST));
    int marked = Math.min(end, to);
    out.append("<span class=\"line\"><span class=\"number\">").append(number).append("</span> ")
        .append(from > line.start() ? "…" : "")
        .append(text(file, from, start));
    if (marked > start || place.span().isEmpty()) {
      mark(out, file, start, marked);
    }
    out.append(text(file, Math.max(marked, start), to)).append(to < line.end() ? "…" : "").append("\n</span>");
  }

  /** Indentation in front of a clause's further lines is no part of what is marked. */
  private static void mark(StringBuilder out, SourceFile file, int start, int end) {
    String text = file.text(new Span(start, end));
    int indent = text.length() - text.stripLeading().length();
    out.append(HtmlText.block(text.substring(0, indent))).append("<mark>")
        .append(HtmlText.block(text.substring(indent))).append("</mark>");
  }

  private static String text(SourceFile file, int start, int end) {
    return start >= end ? "" : HtmlText.block(file.text(new Span(start, end)));
  }

  private static int whole(String text, int at) {
    boolean inside = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    return inside ? at - 1 : at;
  }
}
