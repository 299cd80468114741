package dev.ddlint.cli;

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

  /** The style that an option of {@code auto}, {@code always} or {@code never} asks for. */
  Style style(String option) {
    return switch (option) {
      case "always" -> Style.ANSI;
      case "never" -> Style.PLAIN;
      default -> colour;
    };
  }
}
