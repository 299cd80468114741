package dev.ddlint.cli;

/** The command line cannot be understood; the message says what was found and what was expected. */
final class UsageError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageError(String message) {
    super(message, null, false, false);
  }
}
