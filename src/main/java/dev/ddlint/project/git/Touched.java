package dev.ddlint.project.git;

import dev.ddlint.project.Review;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A review while it grows. */
final class Touched {
  private static final Set<String> GENERAL = Set.of("migration.sql", "up.sql", "down.sql", "schema.prisma");

  private final String ref;
  private final Set<Path> added = new TreeSet<>();
  private final Map<Path, String> changed = new TreeMap<>();
  private final Map<Path, String> gone = new TreeMap<>();
  private final Set<Path> ahead = new TreeSet<>();
  private final List<String> problems = new ArrayList<>();

  Touched(String ref) {
    this.ref = ref;
  }

  void added(Path file) {
    added.add(file);
  }

  /** A file whose text is the same after all (another mode, a filter of git's) is not changed. */
  void changed(Path file, String before) {
    if (!same(file, before)) {
      changed.put(file, before);
    }
  }

  void gone(Path file, String before) {
    gone.put(file, before);
  }

  void ahead(Path file) {
    ahead.add(file);
  }

  void problem(String problem) {
    problems.add(problem);
  }

  Review review() {
    moves();
    return new Review(ref, new LinkedHashSet<>(added), new LinkedHashMap<>(changed), new LinkedHashMap<>(gone),
        new LinkedHashSet<>(ahead), problems);
  }

  /** A folder that moved, its files keeping their names: to their tool they are the migrations that they were. */
  private void moves() {
    for (Path file : List.copyOf(added)) {
      List<Path> from = gone.keySet().stream().filter(old -> name(old).equals(name(file))).toList();
      if (from.size() == 1) {
        String before = Optional.ofNullable(gone.remove(from.getFirst())).orElse("");
        added.remove(file);
        changed(file, before);
      }
    }
  }

  /** What a tool knows a migration by: the file's name, with its folder's where all files are named alike. */
  private static String name(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString();
    Path folder = file.getParent();
    Path above = folder == null ? null : folder.getFileName();
    return GENERAL.contains(name) ? above + "/" + name : name;
  }

  private static boolean same(Path file, String before) {
    try {
      String now = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return now.equals(before) || now.replace("\r\n", "\n").equals(before.replace("\r\n", "\n"));
    } catch (IOException e) {
      // Its own reading says why.
      return false;
    }
  }
}
