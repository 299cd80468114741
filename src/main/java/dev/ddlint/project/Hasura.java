package dev.ddlint.project;

import java.util.ArrayList;
import java.util.List;

/** {@code <milliseconds>_<name>/up.sql} and {@code down.sql}: thirteen digits, where Diesel has a date. */
final class Hasura implements Detection {
  private static final int DIGITS = 13;

  @Override
  public String id() {
    return "hasura";
  }

  @Override
  public String title() {
    return "Hasura";
  }

  @Override
  public RunnerProfile runner() {
    return RunnerProfile.of(title(), RunnerProfile.Reach.FILE, RunnerProfile.Sending.WHOLE_FILE).always();
  }

  @Override
  public History claim(Unclaimed files) {
    List<Migration> up = new ArrayList<>(migrations(files.folder(), "up.sql", Direction.UP));
    boolean dated = up.stream().anyMatch(m -> m.version().length() != DIGITS);
    if (up.isEmpty() || dated) {
      return History.NONE;
    }
    up.sort(History.BY_VERSION);
    return History.of(up, migrations(files.folder(), "down.sql", Direction.DOWN));
  }

  private static List<Migration> migrations(Folder folder, String file, Direction direction) {
    return FolderPerMigration.holding(folder, file, false).stream()
        .map(name -> folder.migration(name.substring(0, NaturalOrder.digits(name, 0)), name, direction,
            name + "/" + file))
        .toList();
  }
}
