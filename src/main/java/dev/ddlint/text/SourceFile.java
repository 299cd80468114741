package dev.ddlint.text;

import org.jspecify.annotations.Nullable;

/** A file's decoded text, under the path that reports name it by. Immutable; compared by identity. */
public final class SourceFile {
  static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String path;
  private final String text;
  private volatile @Nullable LineIndex lines;

  /**
   * @param path as it is shown: relative to the working directory where possible, with forward slashes
   * @param text the whole content, a byte order mark included, so that offsets are those of the file
   */
  public SourceFile(String path, String text) {
    this.path = path;
    this.text = text;
  }

  public String path() {
    return path;
  }

  public String text() {
    return text;
  }

  public String text(Span span) {
    return span.of(text);
  }

  public Position position(int offset) {
    return lines().position(offset);
  }

  public int lineCount() {
    return lines().lineCount();
  }

  /** The span of a line (1-based) without its line end. */
  public Span line(int line) {
    return lines().line(line);
  }

  private LineIndex lines() {
    LineIndex index = lines;
    if (index == null) {
      index = new LineIndex(text);
      lines = index;
    }
    return index;
  }

  @Override
  public String toString() {
    return path;
  }
}
