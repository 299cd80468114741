package dev.ddlint.cli;

/** A path on a terminal: control characters in its name move no cursor and begin no line. */
final class Printable {

  private Printable() {}

  static String of(String path) {
    return path.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }
}
