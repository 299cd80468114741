package dev.ddlint.text;

/** A span of a file. */
public record Place(SourceFile file, Span span) {

  public Position start() {
    return file.position(span.start());
  }

  public Position end() {
    return file.position(span.end());
  }

  public String text() {
    return file.text(span);
  }

  /** {@code path:line:column} of the first character. */
  @Override
  public String toString() {
    return file.path() + ":" + start();
  }
}
