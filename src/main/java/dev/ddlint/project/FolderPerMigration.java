package dev.ddlint.project;

import java.util.ArrayList;
import java.util.List;

/** Histories with one folder a migration. */
final class FolderPerMigration {

  private FolderPerMigration() {}

  /**
   * The folders that hold a file of this name.
   *
   * @param anyName whether any folder counts, or only one whose name begins with a number: {@code sql/up.sql} alone
   *        makes no history
   */
  static List<String> holding(Folder folder, String file, boolean anyName) {
    List<String> found = new ArrayList<>();
    for (String name : folder.maybeFolders()) {
      if ((anyName || NaturalOrder.isDigit(name.charAt(0))) && folder.holds(name, file)) {
        found.add(name);
      }
    }
    return found;
  }
}
