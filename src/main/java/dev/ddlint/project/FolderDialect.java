package dev.ddlint.project;

import dev.ddlint.ir.Dialect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The dialect that a folder's name tells, such as {@code migrations/mysql} or {@code h2-default}. */
final class FolderDialect {
  /** How many names are looked at, from the history's own folder upwards. */
  private static final int LEVELS = 5;

  private FolderDialect() {}

  /** The nearest name that speaks; nothing at or above a repository's root, whose name says what it is about. */
  static Optional<Dialect> of(Path folder) {
    Path at = folder;
    for (int i = 0; i < LEVELS && at != null && at.getFileName() != null; i++) {
      Optional<Dialect> told = ofName(at.getFileName().toString());
      if (told.isPresent()) {
        return isRepositoryRoot(at) ? Optional.empty() : told;
      }
      at = at.getParent();
    }
    return Optional.empty();
  }

  private static boolean isRepositoryRoot(Path folder) {
    return Files.exists(folder.resolve(".git"));
  }

  /** A name of several words may hold one dialect; two of them, as in mysql-to-postgres, say nothing. */
  private static Optional<Dialect> ofName(String name) {
    Set<Dialect> told = new HashSet<>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || !Character.isLetterOrDigit(name.charAt(i))) {
        Layouts.dialect(name.substring(start, i).toLowerCase(Locale.ROOT)).ifPresent(told::add);
        start = i + 1;
      }
    }
    return told.size() == 1 ? Optional.of(told.iterator().next()) : Optional.empty();
  }
}
