package dev.ddlint.report;

import dev.ddlint.finding.Level;

/** How words stand out in a terminal: by ANSI escapes, or not at all. */
public enum Style {
  PLAIN, ANSI;

  private static final String RESET = "\u001b[0m";

  public String bold(String text) {
    return with("1", text);
  }

  /** For what frames the text: arrows, line numbers. */
  public String frame(String text) {
    return with("1;34", text);
  }

  public String dim(String text) {
    return with("2", text);
  }

  public String level(Level level, String text) {
    return with(switch (level) {
      case ERROR -> "1;31";
      case WARNING -> "1;33";
      case NOTE -> "1;34";
    }, text);
  }

  private String with(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + RESET;
  }
}
