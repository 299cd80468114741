package dev.ddlint.cli;

/** What {@code ddlint schema} was asked for. */
public record SchemaRequest(String path, Format format) {

  /** How a schema is written. */
  public enum Format {
    TSV, JSON
  }

  /** Writes the schema that a history leads to. */
  @FunctionalInterface
  public interface Command {

    /** @return the exit code */
    int run(SchemaRequest request, Console console);
  }
}
