package dev.ddlint.project;

import dev.ddlint.ir.Dialect;
import java.util.List;
import java.util.Optional;

/** {@code migrations/<number>_<name>/migration.sql}, in order of the folder's name; the lock file names the database. */
final class PrismaMigrate implements Detection {
  static final String FILE = "migration.sql";
  static final String LOCK = "migration_lock.toml";

  @Override
  public String id() {
    return "prisma";
  }

  @Override
  public String title() {
    return "Prisma Migrate";
  }

  @Override
  public boolean checksums() {
    return true;
  }

  @Override
  public RunnerProfile runner() {
    return RunnerProfile.of(title(), RunnerProfile.Reach.STATEMENT, RunnerProfile.Sending.WHOLE_FILE);
  }

  @Override
  public History claim(Unclaimed files) {
    Folder folder = files.folder();
    boolean locked = folder.has(LOCK);
    List<Migration> up = FolderPerMigration.holding(folder, FILE, locked).stream()
        .map(name -> folder.migration(name, name, Direction.UP, name + "/" + FILE)).toList();
    return up.isEmpty()
        ? History.NONE
        : History.of(up).in(locked ? lockedDialect(folder.head(LOCK)) : Optional.empty());
  }

  private static Optional<Dialect> lockedDialect(String lock) {
    return lock.lines().map(String::strip).filter(l -> l.startsWith("provider")).findFirst()
        .flatMap(Quoted::first).flatMap(Layouts::dialect);
  }
}
