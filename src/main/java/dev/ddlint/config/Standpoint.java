package dev.ddlint.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * From where the configuration's globs look at files: from its own folder, wherever a run is started.
 *
 * @param name the configuration's file as messages show it: from the working directory where it stands below that
 * @param folder where the configuration stands, absolute; empty where there is none
 * @param workingDirectory to which the paths of reports are relative, absolute
 */
public record Standpoint(String name, Optional<Path> folder, Path workingDirectory) {
  /** Paths are as reports show them. */
  public static final Standpoint NONE = new Standpoint(ConfigurationFile.NAME, Optional.empty(), Path.of(""));

  /** That of a configuration's file. */
  public static Standpoint of(Path file, Path workingDirectory) {
    Path whole = workingDirectory.resolve(file).normalize();
    Path shown = whole.startsWith(workingDirectory) ? workingDirectory.relativize(whole) : whole;
    return new Standpoint(shown.toString().replace('\\', '/'), Optional.ofNullable(whole.getParent()),
        workingDirectory);
  }

  /** A path of a report as a glob is to match it; of a file outside of the folder, as reports show it. */
  public String path(String shown) {
    if (folder.isEmpty() || folder.get().equals(workingDirectory)) {
      return shown;
    }
    Path file = workingDirectory.resolve(shown).normalize();
    return file.startsWith(folder.get()) ? folder.get().relativize(file).toString().replace('\\', '/') : shown;
  }
}
