package dev.ddlint.cli;

/** What the program's exit tells. */
public final class ExitCode {
  /** Nothing at or above the level of {@code --fail-on}. */
  public static final int CLEAN = 0;
  /** Findings at or above it, or fewer statements understood than {@code --require-coverage} asks for. */
  public static final int FINDINGS = 1;
  /** Wrong use, wrong configuration, an internal error, or a named file that could not be read. */
  public static final int FAILURE = 2;

  private ExitCode() {}
}
