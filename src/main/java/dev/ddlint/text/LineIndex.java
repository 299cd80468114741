package dev.ddlint.text;

import java.util.Arrays;

/** Where the lines of a text begin. A line ends with LF, CR LF or CR, as in SARIF 2.1.0, section 3.30.2. */
final class LineIndex {
  private final String text;
  private final int[] starts;

  LineIndex(String text) {
    this.text = text;
    this.starts = starts(text);
  }

  private static int[] starts(String text) {
    int[] starts = new int[Math.max(16, text.length() / 24)];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean endsLine = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (endsLine) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  int lineCount() {
    return starts.length;
  }

  Position position(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int line = found >= 0 ? found : -found - 2;
    int from = starts[line];
    boolean mark = line == 0 && offset > 0 && text.charAt(0) == SourceFile.BYTE_ORDER_MARK;
    return new Position(line + 1, offset - from + (mark ? 0 : 1));
  }

  /** The span of a line (1-based) without its line end and without a byte order mark. */
  Span line(int line) {
    int start = starts[line - 1];
    int end = line < starts.length ? starts[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    if (start == 0 && end > 0 && text.charAt(0) == SourceFile.BYTE_ORDER_MARK) {
      start = 1;
    }
    return new Span(start, end);
  }
}
