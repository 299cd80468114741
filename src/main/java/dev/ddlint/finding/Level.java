package dev.ddlint.finding;

/** How bad it is. The order is that of severity, worst first. */
public enum Level {
  /** It will fail, lose data or stop production. */
  ERROR,
  /** It depends on size or traffic, or on something that could not be seen. */
  WARNING,
  /** Advice. */
  NOTE;

  /** As SARIF and the reports write it. */
  public String word() {
    return switch (this) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }
}
