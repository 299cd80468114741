package dev.ddlint.project;

import dev.ddlint.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code <version>_<name>/up.sql} and {@code down.sql}; {@code metadata.toml} beside them may leave the transaction.
 */
final class Diesel implements Detection {
  private static final String OPT_OUT = "run_in_transaction = false";

  @Override
  public String id() {
    return "diesel";
  }

  @Override
  public String title() {
    return "Diesel";
  }

  /** Compared as text. */
  @Override
  public String identity(String version) {
    return version;
  }

  @Override
  public RunnerProfile runner() {
    return RunnerProfile.of(title(), RunnerProfile.Reach.FILE, RunnerProfile.Sending.WHOLE_FILE);
  }

  @Override
  public History claim(Unclaimed files) {
    Folder folder = files.folder();
    if (folder.has(PrismaMigrate.LOCK)) {
      return History.NONE;
    }
    List<Migration> up = new ArrayList<>(migrations(folder, "up.sql", Direction.UP));
    if (up.isEmpty()) {
      return History.NONE;
    }
    up.sort((a, b) -> a.version().equals(b.version())
        ? a.name().compareTo(b.name())
        : a.version().compareTo(b.version()));
    return History.of(up, migrations(folder, "down.sql", Direction.DOWN));
  }

  private static List<Migration> migrations(Folder folder, String file, Direction direction) {
    return FolderPerMigration.holding(folder, file, false).stream()
        .map(name -> folder.migration(version(name), name, direction, name + "/" + file)).toList();
  }

  /** As Diesel reads it: up to the first underscore, without hyphens, compared as text. */
  private static String version(String name) {
    int end = name.indexOf('_');
    return (end < 0 ? name : name.substring(0, end)).replace("-", "");
  }

  @Override
  public List<Section> sections(Migration migration, SourceFile text) {
    Path metadata = migration.file().resolveSibling("metadata.toml");
    RunnerProfile runner = leavesTransaction(metadata)
        ? runner().optedOut(OPT_OUT, RunnerProfile.Sending.WHOLE_FILE)
        : runner();
    return List.of(Layout.whole(migration, text, runner));
  }

  private static boolean leavesTransaction(Path metadata) {
    if (!Files.exists(metadata)) {
      return false;
    }
    try {
      return Files.readString(metadata).lines().map(l -> l.replace(" ", "").replace("\t", ""))
          .anyMatch(l -> l.startsWith("run_in_transaction=false"));
    } catch (IOException e) {
      // Diesel itself falls back to a transaction when it cannot read the file.
      return false;
    }
  }
}
