package dev.ddlint.project.git;

/** git cannot say what has changed; the message says why and what to do. */
public final class GitException extends Exception {
  private static final long serialVersionUID = 1L;

  GitException(String message) {
    super(message);
  }
}
