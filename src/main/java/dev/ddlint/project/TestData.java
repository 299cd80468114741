package dev.ddlint.project;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Folders of what a program's own tests read: migrations made up or copied for them, which no database of anyone's ever
 * sees. They are looked into when they are named; else they are counted, and the report says so.
 */
final class TestData {
  /** Go's tools pass over the first; Jest looks for the others. */
  private static final Set<String> NAMES = Set.of("testdata", "__tests__", "__fixtures__", "__mocks__");

  private final FolderTree tree;
  private final Map<String, Integer> passedOver = new TreeMap<>();

  TestData(FolderTree tree) {
    this.tree = tree;
  }

  /** By its name; {@code supabase test db} has a folder of its own for pgTAP. */
  static boolean isIn(Path folder) {
    String name = String.valueOf(folder.getFileName());
    Path above = folder.getParent();
    return NAMES.contains(name)
        || name.equals("tests") && above != null && String.valueOf(above.getFileName()).equals("supabase");
  }

  /** Whether a folder below the one that was named is to be looked into. */
  boolean isLookedInto(Folder folder) {
    if (!isIn(folder.path())) {
      return true;
    }
    int files = 0;
    for (Folder below : tree.walk(folder.path())) {
      files += below.ending(".sql").size() + below.ending(".prisma").size();
    }
    passOver(folder.path(), files);
    return false;
  }

  void passOver(Path folder, int files) {
    if (files > 0) {
      passedOver.merge(tree.shown(folder), files, Integer::sum);
    }
  }

  /** How many files of SQL and Prisma were passed over, by folder. */
  Map<String, Integer> passedOver() {
    return Map.copyOf(passedOver);
  }
}
