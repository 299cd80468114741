package dev.ddlint.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds {@code ddlint.yaml}: in a folder or the nearest one above it. */
public final class ConfigurationFile {
  public static final String NAME = "ddlint.yaml";

  private ConfigurationFile() {}

  public static Optional<Path> nearest(Path folder) {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path file = at.resolve(NAME);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
