package dev.ddlint.cli;

import dev.ddlint.project.Found;
import dev.ddlint.project.PrismaSchema;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.project.git.GitException;
import dev.ddlint.project.git.Revision;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The two schemas of {@code ddlint diff}: each a file, a folder, or either at a commit.
 *
 * @param place where the configuration is looked for
 */
record SchemaSides(List<SourceFile> before, List<SourceFile> after, Path place) {
  private static final String GIT = "git:";
  private static final String ENDING = ".prisma";
  /** Where Prisma looks for a schema of which it was told nothing. */
  private static final List<String> USUAL = List.of("prisma/schema.prisma", "schema.prisma", "prisma/schema");

  /**
   * One of the two arguments.
   *
   * @param path empty for a commit whose path is the other side's
   */
  private record Side(String typed, Optional<String> commit, Optional<String> path) {

    static Side of(String typed) {
      if (!typed.startsWith(GIT)) {
        return new Side(typed, Optional.empty(), Optional.of(typed));
      }
      String rest = typed.substring(GIT.length());
      int colon = rest.indexOf(':');
      return colon < 0
          ? new Side(typed, Optional.of(rest), Optional.empty())
          : new Side(typed, Optional.of(rest.substring(0, colon)), Optional.of(rest.substring(colon + 1)));
    }
  }

  /** Reads both sides. */
  static SchemaSides of(String before, String after, Path here) {
    Side old = Side.of(before);
    Side next = Side.of(after);
    try {
      return new SchemaSides(read(old, next, here), read(next, old, here), place(old, next, here));
    } catch (GitException e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }

  private static Path place(Side old, Side next, Path here) {
    Side local = next.commit().isEmpty() ? next : old;
    return local.commit().isEmpty() ? Path.of(local.typed()) : here;
  }

  private static List<SourceFile> read(Side side, Side other, Path here) throws GitException {
    return side.commit().isPresent()
        ? ofCommit(side, Revision.of(side.commit().get(), repository(other, here)), other, here)
        : ofWorkTree(side, other, here);
  }

  /** The folder of the other side where that is of the work tree. */
  private static Path repository(Side other, Path here) {
    Path path = other.commit().isPresent() ? here : here.resolve(other.typed()).normalize();
    return Files.isDirectory(path) ? path : path.resolveSibling("");
  }

  private static List<SourceFile> ofWorkTree(Side side, Side other, Path here) {
    Path path = here.resolve(side.typed());
    // Of two files each stands for itself, whatever else lies beside it.
    boolean alone = other.commit().isEmpty() && Files.isRegularFile(path);
    if (alone) {
      return List.of(read(path, side.typed()));
    }
    return schema(side.typed(), here).files().stream().map(file -> read(file.file(), file.shownPath())).toList();
  }

  private static PrismaSchema schema(String typed, Path here) {
    Found found = ProjectFinder.find(List.of(Path.of(typed)), here);
    Path folder = here.resolve(typed).normalize();
    List<PrismaSchema> schemas = found.selections().stream().flatMap(s -> s.project().schema().stream())
        .filter(s -> s.files().stream().anyMatch(f -> f.file().startsWith(folder))).toList();
    if (schemas.size() > 1) {
      throw new UsageError(typed + " holds several Prisma schemas, name one of them: "
          + String.join(", ", schemas.stream().map(PrismaSchema::shownPath).toList()));
    }
    if (schemas.isEmpty()) {
      throw new UsageError(found.problems().isEmpty()
          ? typed + " holds no Prisma schema; name a .prisma file or the folder of one"
          : found.problems().get(0));
    }
    return schemas.get(0);
  }

  private static SourceFile read(Path file, String shown) {
    try {
      return SourceReader.read(file, shown);
    } catch (SourceReader.Unreadable e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }

  private static List<SourceFile> ofCommit(Side side, Revision revision, Side other, Path here) throws GitException {
    List<String> tried = new ArrayList<>();
    for (String path : paths(side, revision, other, here)) {
      List<SourceFile> files = revision.files(path, ENDING).stream().filter(f -> !f.path().contains("/node_modules/"))
          .toList();
      if (!files.isEmpty()) {
        return files;
      }
      tried.add(path);
    }
    throw new UsageError(side.typed() + ": the commit has no Prisma schema at " + Arguments.alternatives(tried)
        + "; name its path then: " + GIT + side.commit().orElseThrow() + ":PATH");
  }

  /** Where the schema may be at the commit, from the top. */
  private static List<String> paths(Side side, Revision revision, Side other, Path here) {
    if (side.path().isPresent()) {
      String path = side.path().get();
      return List.of(path.startsWith("./") ? fromTop(revision, here.resolve(path.substring(2))) : path);
    }
    if (other.path().isPresent() && other.commit().isEmpty()) {
      List<PrismaSchema.PrismaFile> files = schema(other.typed(), here).files();
      return List.of(fromTop(revision, files.size() == 1 ? files.get(0).file() : home(files)));
    }
    return other.path().map(List::of)
        .orElseGet(() -> USUAL.stream().map(usual -> fromTop(revision, here.resolve(usual))).toList());
  }

  /** The folder that holds all files of a schema. */
  private static Path home(List<PrismaSchema.PrismaFile> files) {
    Path home = files.get(0).file();
    while (!all(files, home)) {
      home = home.resolveSibling("").normalize();
    }
    return home;
  }

  private static boolean all(List<PrismaSchema.PrismaFile> files, Path folder) {
    return files.stream().allMatch(file -> file.file().startsWith(folder));
  }

  private static String fromTop(Revision revision, Path path) {
    try {
      // git speaks of the real folder, whatever link led here.
      Path folder = Files.isDirectory(path) ? path : path.resolveSibling("");
      Path real = folder.toRealPath();
      Path whole = Files.isDirectory(path) ? real : real.resolve(String.valueOf(path.getFileName()));
      return revision.top().relativize(whole).toString().replace('\\', '/');
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageError(path + ": lies outside of the repository at " + revision.top());
    }
  }
}
