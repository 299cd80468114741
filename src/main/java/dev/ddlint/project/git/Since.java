package dev.ddlint.project.git;

import dev.ddlint.project.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out what has changed since a commit, in each repository that the arguments of a run lie in. */
public final class Since {
  private static final String GIT = "git";

  private final String ref;
  private final String program;
  private final Path here;

  private Since(String ref, String program, Path here) {
    this.ref = ref;
    this.program = program;
    this.here = here;
  }

  /**
   * What has changed since the merge base of the work tree and a commit, untracked files included.
   *
   * @param paths folders and files; none stands for the working directory
   * @throws GitException when git cannot say, whatever the reason
   */
  public static Review review(String ref, List<Path> paths, Path workingDirectory) throws GitException {
    return review(ref, paths, workingDirectory, GIT);
  }

  static Review review(String ref, List<Path> paths, Path workingDirectory, String program) throws GitException {
    if (ref.isBlank() || ref.startsWith("-")) {
      throw new GitException("--since " + ref + ": expected a branch, a tag or a commit, such as origin/main");
    }
    Path here = workingDirectory.toAbsolutePath().normalize();
    return new Since(ref, program, here).review(paths.isEmpty() ? List.of(here) : paths);
  }

  private Review review(List<Path> paths) throws GitException {
    Map<Path, Set<Path>> asked = new LinkedHashMap<>();
    for (Path argument : paths) {
      Path path = here.resolve(argument).normalize();
      if (Files.exists(path)) {
        Path folder = Files.isDirectory(path) ? path : path.getParent();
        Path top = top(folder == null ? path : folder, argument);
        requireStraight(top, path, argument);
        asked.computeIfAbsent(top, t -> new LinkedHashSet<>()).add(path);
      }
    }
    Touched touched = new Touched(ref);
    for (Map.Entry<Path, Set<Path>> repository : asked.entrySet()) {
      new Repository(repository.getKey(), new Git(repository.getKey(), program), ref, here)
          .collect(repository.getValue(), touched);
    }
    return touched.review();
  }

  /** Looked for here, so that one call to git less is needed and paths stay as they were typed. */
  private static Path top(Path folder, Path argument) throws GitException {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return at;
      }
    }
    throw new GitException(argument + ": lies in no git repository, and --since asks one what is new; check without"
        + " --since, or name a path inside a work tree");
  }

  /** git does not look behind symbolic links, so nothing behind one would ever be new. */
  private static void requireStraight(Path top, Path path, Path argument) throws GitException {
    try {
      Path real = path.toRealPath();
      if (!real.equals(top.toRealPath().resolve(top.relativize(path)).normalize())) {
        throw new GitException(argument + ": leads through a symbolic link to " + real
            + ", where git does not follow; with --since name that path");
      }
    } catch (IOException e) {
      throw new GitException(argument + ": cannot be resolved (" + e.getMessage() + ")");
    }
  }
}
