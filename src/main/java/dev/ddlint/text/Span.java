package dev.ddlint.text;

/**
 * A half-open range of a text, in UTF-16 code units.
 *
 * @param start offset of the first code unit
 * @param end offset after the last code unit, at least {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

  /** The span of a thing that stands in no text, such as a statement that ddlint composed itself. */
  public static final Span NONE = new Span(0, 0);

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** The smallest span that holds both. */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  public Span shift(int by) {
    return new Span(start + by, end + by);
  }

  public String of(String text) {
    return text.substring(start, end);
  }

  @Override
  public int compareTo(Span other) {
    return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
  }
}
