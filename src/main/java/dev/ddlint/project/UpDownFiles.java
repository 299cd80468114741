package dev.ddlint.project;

import java.util.ArrayList;
import java.util.List;

/** {@code 0001_name.up.sql} with {@code 0001_name.down.sql}, paired by version. */
final class UpDownFiles {

  private UpDownFiles() {}

  /** The history that these files make; files that are neither up nor down are left out. */
  static History history(Folder folder, List<String> files) {
    List<Migration> up = new ArrayList<>();
    List<Migration> down = new ArrayList<>();
    for (String file : files) {
      if (file.endsWith(".up.sql")) {
        up.add(migration(folder, file, ".up.sql", Direction.UP));
      } else if (file.endsWith(".down.sql")) {
        down.add(migration(folder, file, ".down.sql", Direction.DOWN));
      }
    }
    up.sort(History.BY_VERSION);
    down.sort(History.BY_VERSION);
    return History.of(up, down);
  }

  private static Migration migration(Folder folder, String file, String ending, Direction direction) {
    String stem = file.substring(0, file.length() - ending.length());
    return folder.migration(version(stem), stem, direction, file);
  }

  /** The number at the beginning, after a V where there is one; the whole name where there is no number. */
  private static String version(String stem) {
    int start = !stem.isEmpty() && (stem.charAt(0) == 'V' || stem.charAt(0) == 'v') ? 1 : 0;
    int end = NaturalOrder.digits(stem, start);
    return end == start ? stem : stem.substring(start, end);
  }
}
