package dev.ddlint.project;

import dev.ddlint.ir.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One migration history, with the Prisma schema that belongs to it; or a Prisma schema without migrations, whose
 * history is empty.
 *
 * @param root the folder that holds the history, or the schema's place where there is no history
 * @param name the root as reports show it
 * @param dialect what a lock file, a schema or a folder's name says; empty when none of them speaks
 * @param migrations going up, in the order in which the tool applies them
 * @param aside files of the history that going up does not run: down and undo files, replaced baselines, files for
 *        another database
 * @param notices what is odd about the history, each a sentence that names the place
 */
public record Project(Layout layout, Path root, String name, Optional<Dialect> dialect, List<Migration> migrations,
    List<Migration> aside, Optional<PrismaSchema> schema, List<String> notices) {

  public Project {
    migrations = List.copyOf(migrations);
    aside = List.copyOf(aside);
    notices = List.copyOf(notices);
  }

  /** The file that takes a migration back. */
  public Optional<Migration> downOf(Migration up) {
    return aside.stream().filter(m -> m.direction() == Direction.DOWN && m.version().equals(up.version())).findFirst();
  }

  /**
   * Whether a folder beside the project's, called like a database, has the same file: the histories of several databases
   * keep their versions in step. The disk is asked.
   */
  public boolean isInStep(Migration migration) {
    Path above = root.getParent();
    if (above == null || !migration.file().startsWith(root)) {
      return false;
    }
    Path file = root.relativize(migration.file());
    try (Stream<Path> folders = Files.list(above)) {
      return folders.filter(folder -> !folder.equals(root) && FolderDialect.of(folder).isPresent())
          .anyMatch(folder -> Files.exists(folder.resolve(file)));
    } catch (IOException e) {
      return false;
    }
  }

  /** All files: migrations in order, then those aside, then the schema's. */
  public List<Path> files() {
    List<Path> files = new ArrayList<>(migrations.size() + aside.size() + 1);
    migrations.forEach(m -> files.add(m.file()));
    aside.forEach(m -> files.add(m.file()));
    schema.ifPresent(s -> s.files().forEach(f -> files.add(f.file())));
    return files;
  }
}
