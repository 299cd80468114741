package dev.ddlint.engine;

import dev.ddlint.text.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A comment that silences findings, as it is written.
 *
 * @param foreign whether it is squawk's
 * @param names the spans of the names
 * @param until the span of the last day
 */
record SuppressionComment(boolean foreign, boolean wholeFile, List<Span> names, Span reason, Optional<Span> until) {
  private static final String MARK = "ddlint:ignore";
  /** squawk's comments keep working, so that its users can move over with theirs in place. */
  private static final String SQUAWK_MARK = "squawk-ignore";
  private static final String FILE = "-file";
  private static final String UNTIL = "until=";

  /** Whether a text may hold such a comment. */
  static boolean mayStandIn(String text) {
    return text.contains(MARK) || text.contains(SQUAWK_MARK);
  }

  /**
   * Reads a comment that begins with the mark.
   *
   * @param known whether a word is the name of a rule
   */
  static Optional<SuppressionComment> read(String text, Span comment, Predicate<String> known) {
    int at = comment.start();
    while (at < comment.end() && "-/* \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    boolean ours = text.startsWith(MARK, at);
    if (!ours && !text.startsWith(SQUAWK_MARK, at)) {
      return Optional.empty();
    }
    at += ours ? MARK.length() : SQUAWK_MARK.length();
    boolean wholeFile = text.startsWith(FILE, at);
    at += wholeFile ? FILE.length() : 0;
    int end = text.startsWith("*/", comment.end() - 2) ? comment.end() - 2 : comment.end();
    return Optional.of(new Reader(text, Math.min(at, end), end, known).read(!ours, wholeFile));
  }

  /** The day, where it is one. */
  Optional<LocalDate> day(String text) {
    try {
      return until.map(span -> LocalDate.parse(span.of(text)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Reads {@code ID[, ID]: reason}. */
  private static final class Reader {
    private final String text;
    private final int end;
    private final Predicate<String> known;
    private int at;

    Reader(String text, int at, int end, Predicate<String> known) {
      this.text = text;
      this.at = at;
      this.end = end;
      this.known = known;
    }

    SuppressionComment read(boolean foreign, boolean wholeFile) {
      List<Span> names = new ArrayList<>();
      boolean more = true;
      while (more) {
        skipBlanks();
        Span name = name();
        if (!name.isEmpty()) {
          names.add(name);
        }
        skipBlanks();
        more = at < end && text.charAt(at) == ',';
        at += more ? 1 : 0;
      }
      while (at < end && ":-".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      skipBlanks();
      int last = end;
      while (last > at && Character.isWhitespace(text.charAt(last - 1))) {
        last--;
      }
      Span reason = new Span(at, last);
      return new SuppressionComment(foreign, wholeFile, List.copyOf(names), reason, until(reason));
    }

    private void skipBlanks() {
      while (at < end && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }

    /** A colon is part of a name only in {@code tool:id}: behind a name of our own the reason begins. */
    private Span name() {
      int start = at;
      while (at < end && (isPart(text.charAt(at)) || isInside(start))) {
        at++;
      }
      return new Span(start, at);
    }

    private boolean isInside(int start) {
      return text.charAt(at) == ':' && at > start && at + 1 < end && isPart(text.charAt(at + 1))
          && !known.test(text.substring(start, at));
    }

    private static boolean isPart(char c) {
      return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == '/';
    }

    private Optional<Span> until(Span reason) {
      int found = text.indexOf(UNTIL, reason.start());
      if (found < 0 || found >= reason.end()) {
        return Optional.empty();
      }
      int start = found + UNTIL.length();
      int stop = start;
      while (stop < reason.end() && (Character.isLetterOrDigit(text.charAt(stop)) || text.charAt(stop) == '-')) {
        stop++;
      }
      return Optional.of(new Span(start, stop));
    }
  }
}
