package dev.ddlint.project;

import dev.ddlint.ir.Dialect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code 0001_name.sql} in the order of {@code meta/_journal.json}; from drizzle-kit 1.0 on a folder a migration, with a
 * snapshot beside {@code migration.sql}.
 */
final class Drizzle implements Detection {
  private static final String BREAKPOINT = "--> statement-breakpoint";

  @Override
  public String id() {
    return "drizzle";
  }

  @Override
  public String title() {
    return "Drizzle";
  }

  @Override
  public RunnerProfile runner() {
    return RunnerProfile.of(title(), RunnerProfile.Reach.ALL_PENDING,
        RunnerProfile.Sending.STATEMENT_BY_STATEMENT);
  }

  @Override
  public History claim(Unclaimed files) {
    Folder folder = files.folder();
    if (!files.numbered().isEmpty()) {
      if (folder.has("meta") && folder.holds("meta", "_journal.json")) {
        return journalled(files, Journal.read(folder.path().resolve("meta").resolve("_journal.json")));
      }
      if (folder.name().equals("drizzle") || files.peek().contains(BREAKPOINT)) {
        return History.of(migrations(files));
      }
    }
    return folders(folder);
  }

  /** Drizzle knows a migration by its whole name; two may share a number. */
  private static List<Migration> migrations(Unclaimed files) {
    return files.numberedMigrations(Direction.UP).stream()
        .map(m -> new Migration(m.name(), m.name(), m.direction(), m.file(), m.shownPath())).toList();
  }

  private static History folders(Folder folder) {
    Optional<String> first = folder.has(PrismaMigrate.LOCK)
        ? Optional.empty()
        : folder.maybeFolders().stream().filter(n -> NaturalOrder.isDigit(n.charAt(0))).findFirst();
    if (first.isEmpty() || !folder.holds(first.get(), "snapshot.json")) {
      return History.NONE;
    }
    return History.of(FolderPerMigration.holding(folder, PrismaMigrate.FILE, false).stream()
        .map(n -> folder.migration(n, n, Direction.UP, n + "/" + PrismaMigrate.FILE))
        .toList());
  }

  private History journalled(Unclaimed files, Journal journal) {
    Map<String, Integer> place = new HashMap<>();
    journal.tags().forEach(tag -> place.putIfAbsent(tag, place.size()));
    List<Migration> up = new ArrayList<>(migrations(files));
    List<String> notices = new ArrayList<>();
    for (Migration m : up) {
      if (!place.containsKey(m.name())) {
        notices.add(m.shownPath() + ": is not in meta/_journal.json, so Drizzle does not run it; ddlint takes it after"
            + " the others; run drizzle-kit generate, or move the file away");
      }
    }
    up.sort(Comparator.comparing(m -> place.getOrDefault(m.name(), Integer.MAX_VALUE)));
    Optional<Dialect> dialect = Layouts.dialect(journal.dialect());
    return new History(up, List.of(), dialect, notices);
  }
}
