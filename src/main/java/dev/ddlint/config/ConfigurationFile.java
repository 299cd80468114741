package dev.ddlint.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds {@code ddlint.yaml}: in a folder or the nearest one above it. */
public final class ConfigurationFile {
  public static final String NAME = "ddlint.yaml";
  private static final String MISTAKEN = "ddlint.yml";

  private ConfigurationFile() {}

  /** @throws ConfigurationException where the nearest has a name that is not read: passed over, it would mislead */
  public static Optional<Path> nearest(Path folder) throws ConfigurationException {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path file = at.resolve(NAME);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
      if (Files.isRegularFile(at.resolve(MISTAKEN))) {
        throw new ConfigurationException(at.resolve(MISTAKEN) + ": is not read under this name; call it " + NAME);
      }
    }
    return Optional.empty();
  }
}
