package dev.ddlint.engine;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/** A glob of the configuration over the path that reports show. */
final class PathGlob {
  private final List<PathMatcher> matchers;

  /** As in gitignore, and unlike Java's globs, a leading {@code **}{@code /} may stand for no folder at all. */
  PathGlob(String glob) {
    PathMatcher anywhere = matcher(glob);
    this.matchers = glob.startsWith("**/") ? List.of(anywhere, matcher(glob.substring(3))) : List.of(anywhere);
  }

  private static PathMatcher matcher(String glob) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }

  boolean matches(String path) {
    Path file = Path.of(path);
    return matchers.stream().anyMatch(matcher -> matcher.matches(file));
  }
}
