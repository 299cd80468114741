package dev.ddlint.config;

/** The configuration cannot be used; the message names file, line, what was expected and what to do. */
public final class ConfigurationException extends Exception {
  private static final long serialVersionUID = 1L;

  public ConfigurationException(String message) {
    super(message);
  }
}
