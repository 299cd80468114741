package dev.ddlint.parse;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/** A range of a string, by UTF-16 code units, so that token offsets are those of the string (and of SARIF). */
public final class Utf16CharStream implements CharStream {
  private final String text;
  private final int start;
  private final int end;
  private int at;

  public Utf16CharStream(String text) {
    this(text, 0, text.length());
  }

  public Utf16CharStream(String text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.at = start;
  }

  String text() {
    return text;
  }

  int end() {
    return end;
  }

  @Override
  public void consume() {
    if (at >= end) {
      throw new IllegalStateException("cannot consume EOF");
    }
    at++;
  }

  @Override
  public int LA(int i) {
    int index = i > 0 ? at + i - 1 : at + i;
    return i == 0 || index < start || index >= end ? IntStream.EOF : text.charAt(index);
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // The whole text is here: nothing to let go.
  }

  @Override
  public int index() {
    return at;
  }

  @Override
  public void seek(int index) {
    at = Math.min(index, end);
  }

  /** Offset of the end: ANTLR asks this only to bound intervals. */
  @Override
  public int size() {
    return end;
  }

  @Override
  public String getSourceName() {
    return IntStream.UNKNOWN_SOURCE_NAME;
  }

  @Override
  public String getText(Interval interval) {
    int from = Math.max(start, interval.a);
    int to = Math.min(end, interval.b + 1);
    return from >= to ? "" : text.substring(from, to);
  }

  @Override
  public String toString() {
    return text.substring(start, end);
  }
}
