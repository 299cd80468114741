package dev.ddlint.project;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Folders of what a program's own tests read: migrations made up or copied for them, which no database of anyone's ever
 * sees. They are looked into when they are named; else they are counted, and the report says so.
 */
final class TestData {
  /** Go's tools pass over the first; Jest looks for the others. */
  private static final Set<String> NAMES = Set.of("testdata", "__tests__", "__fixtures__", "__mocks__");

  private final FolderTree tree;
  /** By the folder that makes them so; once each, however many arguments lead to them. */
  private final Map<Path, Set<Path>> passedOver = new HashMap<>();

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
    for (Folder below : tree.walk(folder.path())) {
      Stream.of(".sql", ".prisma").flatMap(ending -> below.ending(ending).stream())
          .forEach(name -> passOver(folder.path(), below.path().resolve(name)));
    }
    return false;
  }

  void passOver(Path folder, Path file) {
    passedOver.computeIfAbsent(folder, f -> new HashSet<>()).add(file);
  }

  /**
   * How many files of SQL and Prisma were passed over, by folder.
   *
   * @param judged those that another argument names
   */
  Map<String, Integer> passedOver(Set<Path> judged) {
    Map<String, Integer> counts = new HashMap<>();
    passedOver.forEach((folder, files) -> {
      int left = (int) files.stream().filter(file -> !judged.contains(file)).count();
      if (left > 0) {
        counts.put(tree.shown(folder), left);
      }
    });
    return counts;
  }
}
