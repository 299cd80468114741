package dev.ddlint.cli;

/** A path or a notice on a terminal: control characters in it move no cursor and begin no line. */
final class Printable {

  private Printable() {}

  static String of(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }
}
