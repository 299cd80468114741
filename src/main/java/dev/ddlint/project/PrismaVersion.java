package dev.ddlint.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of Prisma that a project uses, as the nearest {@code package.json} that names one says. */
public final class PrismaVersion {
  private static final int LEVELS = 5;
  private static final Pattern DEPENDENCY = Pattern
      .compile("\"(?:prisma|@prisma/client)\"\\s*:\\s*\"[^0-9\"]{0,12}(\\d{1,3})[.\"]");

  private PrismaVersion() {}

  /** The major version that the project of a schema file uses. */
  public static Optional<Integer> of(Path schema) {
    Path folder = schema.toAbsolutePath().getParent();
    for (int i = 0; i < LEVELS && folder != null; i++) {
      Optional<Integer> version = read(folder.resolve("package.json"));
      if (version.isPresent()) {
        return version;
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }

  private static Optional<Integer> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return in(Files.readAllLines(file));
    } catch (IOException e) {
      // Whatever it says, it is no reason not to check.
      return Optional.empty();
    }
  }

  static Optional<Integer> in(List<String> lines) {
    for (String line : lines) {
      Matcher matcher = DEPENDENCY.matcher(line);
      if (matcher.find()) {
        return Optional.of(Integer.valueOf(matcher.group(1)));
      }
    }
    return Optional.empty();
  }
}
