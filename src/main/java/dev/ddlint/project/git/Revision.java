package dev.ddlint.project.git;

import dev.ddlint.text.SourceFile;
import dev.ddlint.text.SourceReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that a commit holds. */
public final class Revision {
  private static final String GIT = "git";

  private final Git git;
  private final String name;
  private final String commit;
  private final Path top;

  private Revision(Git git, String name, String commit, Path top) {
    this.git = git;
    this.name = name;
    this.commit = commit;
    this.top = top;
  }

  /**
   * Finds a commit in the repository of a folder.
   *
   * @param name a branch, a tag or a commit
   * @throws GitException when there is no git, no repository or no such commit
   */
  public static Revision of(String name, Path folder) throws GitException {
    return of(name, folder, GIT);
  }

  static Revision of(String name, Path folder, String program) throws GitException {
    if (name.isBlank() || name.startsWith("-")) {
      throw new GitException("git:" + name + ": expected a branch, a tag or a commit, such as git:origin/main");
    }
    Git git = new Git(folder, program);
    Git.Answer top = git.run("rev-parse", "--show-toplevel");
    if (!top.ok()) {
      throw new GitException("git:" + name + ": git finds no repository here (" + top.reason() + ")");
    }
    Git.Answer commit = git.run("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
    if (!commit.ok()) {
      throw new GitException("git:" + name + ": is no commit that git knows here; fetch it, or correct the name");
    }
    return new Revision(git, name, commit.text().strip(), Path.of(top.text().strip()));
  }

  /** Where the repository's work tree begins. */
  public Path top() {
    return top;
  }

  /**
   * The files at or below a path whose names end so, by name; each under the path that git itself would take,
   * {@code main:prisma/schema.prisma}.
   *
   * @param path relative to the top, with forward slashes; empty for everything
   * @throws GitException when git cannot read them
   */
  public List<SourceFile> files(String path, String ending) throws GitException {
    Git.Answer listed = path.isEmpty()
        ? git.run("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)
        : git.run("--literal-pathspecs", "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit, "--", path);
    if (!listed.ok()) {
      throw new GitException("git:" + name + ": its files cannot be listed (" + listed.reason() + ")");
    }
    List<SourceFile> files = new ArrayList<>();
    for (String file : new String(listed.bytes(), StandardCharsets.UTF_8).split("\0")) {
      if (file.endsWith(ending)) {
        files.add(read(file));
      }
    }
    return files;
  }

  private SourceFile read(String file) throws GitException {
    Git.Answer blob = git.run("cat-file", "blob", commit + ":" + file);
    if (!blob.ok()) {
      throw new GitException(name + ":" + file + ": cannot be read (" + blob.reason() + ")");
    }
    try {
      return SourceReader.decode(blob.bytes(), name + ":" + file);
    } catch (SourceReader.Unreadable e) {
      throw new GitException(String.valueOf(e.getMessage()));
    }
  }
}
