package dev.ddlint.project.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One work tree.
 *
 * @param top its folder
 * @param here the working directory, which messages name paths from
 */
record Repository(Path top, Git git, String ref, Path here) {
  private static final List<String> FILES = List.of("*.sql", "*.prisma");
  private static final String EMPTY = "";

  /** The commit that was named and the base that the work tree is compared with. */
  private record Commits(String named, String base) {}

  /** Adds what has changed in this repository. */
  void collect(Set<Path> asked, Touched touched) throws GitException {
    Commits commits = commits();
    List<String> paths = new ArrayList<>(FILES);
    paths.addAll(submodules());
    Git.Call fromBase = diff(commits.base(), paths);
    Git.Call untracked = git.start(command(List.of("ls-files", "-z", "--others", "--exclude-standard", "--"), FILES),
        EMPTY);
    boolean behind = !commits.base().equals(commits.named());
    RawDiff mine = RawDiff.of(require(fromBase).text());
    RawDiff theirs = behind ? RawDiff.of(require(diff(commits.named(), paths)).text()) : mine;
    Set<String> loose = new LinkedHashSet<>(List.of(require(untracked).text().split("\0")));
    loose.remove(EMPTY);
    resolve(mine, theirs, loose, touched);
    ahead(mine, theirs, loose, touched);
    moved(mine, asked, touched);
  }

  private Commits commits() throws GitException {
    Git.Answer answer = git.run("rev-parse", "--show-prefix", ref + "^{commit}", "HEAD^{commit}");
    List<String> lines = answer.text().lines().toList();
    if (!answer.ok() || lines.size() != 3) {
      throw new Refusal(git, ref).explain(answer);
    }
    if (!lines.get(0).isEmpty()) {
      throw new GitException(top + ": is inside of another work tree for git, though it holds .git; check without"
          + " --since, or repair the repository");
    }
    String named = lines.get(1);
    return new Commits(named, named.equals(lines.get(2)) ? named : mergeBase(named));
  }

  private String mergeBase(String named) throws GitException {
    Git.Answer answer = git.run("merge-base", named, "HEAD");
    String base = answer.text().strip();
    if (!answer.ok() || base.isEmpty()) {
      throw new Refusal(git, ref).noCommonCommit();
    }
    return base;
  }

  private Git.Call diff(String commit, List<String> paths) throws GitException {
    return git.start(command(List.of("diff", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff",
        "--ignore-submodules=dirty", commit, "--"), paths), EMPTY);
  }

  private static List<String> command(List<String> words, List<String> paths) {
    List<String> command = new ArrayList<>(words);
    command.addAll(paths);
    return command;
  }

  private static Git.Answer require(Git.Call call) throws GitException {
    Git.Answer answer = call.await();
    if (!answer.ok()) {
      throw new GitException("git cannot compare with the work tree: " + answer.reason());
    }
    return answer;
  }

  private List<String> submodules() throws GitException {
    Path modules = top.resolve(".gitmodules");
    if (!Files.exists(modules)) {
      return List.of();
    }
    try {
      return Files.readAllLines(modules).stream().map(String::strip).filter(line -> line.startsWith("path"))
          .map(line -> line.substring(line.indexOf('=') + 1).strip()).filter(path -> !path.isEmpty())
          .map(path -> ":(literal)" + path).toList();
    } catch (IOException e) {
      throw new GitException(modules + ": cannot be read (" + e.getMessage() + ")");
    }
  }

  /** What is the same here and at the named commit is no change of ours, even where the base lacks it. */
  private void resolve(RawDiff mine, RawDiff theirs, Set<String> loose, Touched touched) throws GitException {
    Map<String, String> blobs = new LinkedHashMap<>();
    Set<String> gone = new LinkedHashSet<>();
    for (Map.Entry<String, RawDiff.Entry> entry : mine.entries().entrySet()) {
      String path = entry.getKey();
      RawDiff.Entry other = theirs.entries().get(path);
      if (entry.getValue().submodule() || other == null || loose.contains(path)) {
        continue;
      }
      RawDiff.Entry base = entry.getValue().status() == 'A' && other.status() != 'A' ? other : entry.getValue();
      if (base.status() == 'A') {
        touched.added(path(path));
      } else {
        blobs.put(path, base.before());
        if (base.status() == 'D') {
          gone.add(path);
        }
      }
    }
    for (String path : loose) {
      RawDiff.Entry known = theirs.entries().getOrDefault(path, mine.entries().get(path));
      if (known == null) {
        touched.added(path(path));
      } else {
        blobs.put(path, known.before());
      }
    }
    for (Map.Entry<String, String> text : texts(blobs).entrySet()) {
      if (gone.contains(text.getKey())) {
        touched.gone(path(text.getKey()), text.getValue());
      } else {
        touched.changed(path(text.getKey()), text.getValue());
      }
    }
  }

  /** What the named commit has and neither the base nor the work tree: it came there since. */
  private void ahead(RawDiff mine, RawDiff theirs, Set<String> loose, Touched touched) throws GitException {
    for (Map.Entry<String, RawDiff.Entry> entry : theirs.entries().entrySet()) {
      String path = entry.getKey();
      if (entry.getValue().status() == 'D' && !entry.getValue().submodule() && !mine.entries().containsKey(path)
          && !loose.contains(path)) {
        touched.ahead(path(path));
      }
    }
  }

  /** A submodule is a repository of its own, with commits that this one's names mean nothing to. */
  private void moved(RawDiff mine, Set<Path> asked, Touched touched) throws GitException {
    for (Map.Entry<String, RawDiff.Entry> entry : mine.entries().entrySet()) {
      Path path = path(entry.getKey());
      boolean meant = asked.stream().anyMatch(path::startsWith);
      if (!entry.getValue().submodule() || !meant || !Files.exists(path.resolve(".git"))) {
        continue;
      }
      Git inside = new Git(path, git.program());
      String since = entry.getValue().status() == 'A' ? "COMMIT" : entry.getValue().before();
      if (!require(inside.start(command(List.of("ls-files", "-z", "--"), FILES), EMPTY)).text().isEmpty()) {
        touched.problem(here.relativize(path) + ": is a submodule, and another commit of it is checked out than at "
            + ref + "; --since does not look into it; run ddlint check --since " + since + " " + here.relativize(path));
      }
    }
  }

  private Map<String, String> texts(Map<String, String> blobs) throws GitException {
    if (blobs.isEmpty()) {
      return Map.of();
    }
    String input = String.join("\n", blobs.values()) + "\n";
    byte[] out = require(git.start(List.of("cat-file", "--batch"), input)).bytes();
    Map<String, String> texts = new LinkedHashMap<>();
    int at = 0;
    for (String path : blobs.keySet()) {
      int line = at;
      while (out[line] != '\n') {
        line++;
      }
      String[] head = new String(out, at, line - at, StandardCharsets.UTF_8).split(" ");
      if (head.length != 3) {
        throw new GitException(path + ": git does not have its text of then (" + String.join(" ", head)
            + "); fetch it, or check without --since");
      }
      int size = Integer.parseInt(head[2]);
      texts.put(path, new String(Arrays.copyOfRange(out, line + 1, line + 1 + size), StandardCharsets.UTF_8));
      at = line + 1 + size + 1;
    }
    return texts;
  }

  private Path path(String fromTop) throws GitException {
    try {
      return top.resolve(fromTop).normalize();
    } catch (InvalidPathException e) {
      throw new GitException(fromTop + ": this name cannot be written in the current locale; set LC_ALL=C.UTF-8");
    }
  }
}
