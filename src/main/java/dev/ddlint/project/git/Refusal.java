package dev.ddlint.project.git;

/**
 * Why git does not know the commit that was named, and what to do.
 *
 * @param ref as it was named
 */
record Refusal(Git git, String ref) {
  private static final String SHALLOW = "; this clone is shallow: git fetch --unshallow (GitHub's checkout action:"
      + " fetch-depth: 0)";

  GitException explain(Git.Answer answer) throws GitException {
    if (answer.complaint().contains("dubious ownership")) {
      return new GitException("git does not trust this repository, which belongs to another user; run git config"
          + " --global --add safe.directory FOLDER");
    }
    if (answer.complaint().contains("not a git repository")) {
      return new GitException("git finds no repository here (" + answer.reason() + "); check without --since");
    }
    if (answer.ok()) {
      return new GitException("--since " + ref + ": names several commits, expected one");
    }
    if (!git.run("rev-parse", "--verify", "--quiet", "HEAD^{commit}").ok()) {
      return new GitException("this repository has no commit yet, so nothing is old; check without --since");
    }
    return new GitException("--since " + ref + ": is no commit that git knows here"
        + (isShallow() ? SHALLOW : "; fetch it, or correct the name"));
  }

  GitException noCommonCommit() throws GitException {
    return new GitException("--since " + ref + ": has no commit in common with HEAD here"
        + (isShallow() ? SHALLOW : "; name a branch that this one came from"));
  }

  private boolean isShallow() throws GitException {
    return git.run("rev-parse", "--is-shallow-repository").text().strip().equals("true");
  }
}
