package dev.ddlint.engine;

import dev.ddlint.config.Standpoint;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/** A glob of the configuration over the path of a file, as it is from the configuration's folder. */
final class PathGlob {
  private final Standpoint from;
  private final List<PathMatcher> matchers;

  /** As in gitignore, and unlike Java's globs, a leading {@code **}{@code /} may stand for no folder at all. */
  PathGlob(Standpoint from, String written) {
    String glob = written.startsWith("./") ? written.substring(2) : written;
    PathMatcher anywhere = matcher(glob);
    this.from = from;
    this.matchers = glob.startsWith("**/") ? List.of(anywhere, matcher(glob.substring(3))) : List.of(anywhere);
  }

  private static PathMatcher matcher(String glob) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }

  /** @param shown the path that reports show */
  boolean matches(String shown) {
    Path file = Path.of(from.path(shown));
    return matchers.stream().anyMatch(matcher -> matcher.matches(file));
  }
}
