package dev.ddlint.cli;

import dev.ddlint.report.Product;
import dev.ddlint.report.Style;
import java.io.PrintStream;

/**
 * Where a verb writes.
 *
 * @param out results
 * @param err notices and errors
 * @param colour what {@code --color auto} means here
 */
public record Console(PrintStream out, PrintStream err, Style colour) {

  /** A notice or an error, on one line: what it names of files and their text begins no line. */
  void say(String text) {
    err.println(Product.NAME + ": " + Printable.of(text));
  }

  /** The style that an option of {@code auto}, {@code always} or {@code never} asks for. */
  Style style(String option) {
    return switch (option) {
      case "always" -> Style.ANSI;
      case "never" -> Style.PLAIN;
      default -> colour;
    };
  }
}
