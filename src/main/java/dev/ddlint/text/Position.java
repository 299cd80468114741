package dev.ddlint.text;

/**
 * A place in a file as people and editors count it.
 *
 * @param line 1-based
 * @param column 1-based, in UTF-16 code units; a byte order mark is not counted
 */
public record Position(int line, int column) {

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
