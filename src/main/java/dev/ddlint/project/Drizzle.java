package dev.ddlint.project;

import dev.ddlint.ir.Dialect;
import dev.ddlint.text.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code 0001_name.sql} in the order of {@code meta/_journal.json}; from drizzle-kit 1.0 on a folder a migration, with a
 * snapshot beside {@code migration.sql}.
 */
final class Drizzle implements Detection {
  private static final String JOURNAL = "_journal.json";
  private static final String BREAKPOINT = "--> statement-breakpoint";

  @Override
  public String id() {
    return "drizzle";
  }

  @Override
  public String title() {
    return "Drizzle";
  }

  /** Compared as text. */
  @Override
  public String identity(String version) {
    return version;
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
      if (folder.has("meta") && folder.holds("meta", JOURNAL)) {
        return journalled(files, Journal.read(folder.path().resolve("meta").resolve(JOURNAL)));
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

  /** Entries without a file, and entries that come twice. */
  private static List<String> oddEntries(Journal journal, List<Migration> files, Folder folder) {
    Set<String> names = new HashSet<>();
    files.forEach(m -> names.add(m.name()));
    String shown = folder.child("meta").shown() + "/" + JOURNAL;
    List<String> notices = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String tag : journal.tags()) {
      if (!seen.add(tag)) {
        notices
            .add(shown + ": names " + tag + " twice; ddlint takes it once, where it is named first; remove one of the"
                + " entries");
      } else if (!names.contains(tag)) {
        notices
            .add(shown + ": names " + tag + ", and there is no file " + tag + ".sql beside it; ddlint goes on without"
                + " it, so its tables are missing; restore the file, or remove the entry");
      }
    }
    return notices;
  }

  private History journalled(Unclaimed files, Journal journal) {
    Map<String, Integer> place = new HashMap<>();
    journal.tags().forEach(tag -> place.putIfAbsent(tag, place.size()));
    List<Migration> up = new ArrayList<>(migrations(files));
    List<String> notices = new ArrayList<>(oddEntries(journal, up, files.folder()));
    for (Migration m : up) {
      if (!place.containsKey(m.name())) {
        notices.add(m.shownPath() + ": is not in meta/_journal.json, so Drizzle does not run it; ddlint takes it after"
            + " the others; run drizzle-kit generate, or move the file away");
      }
    }
    if (journal.tags().isEmpty()) {
      // One sentence says it; a notice a file would bury it.
      notices.clear();
      notices.add(files.folder().child("meta").shown() + "/" + JOURNAL + ": names no migration; expected entries with a"
          + " `tag` each; ddlint takes the files in order of name; restore the journal, or run drizzle-kit generate");
    }
    up.sort(Order.by(m -> place.getOrDefault(m.name(), Integer.MAX_VALUE)));
    Optional<Dialect> dialect = Layouts.dialect(journal.dialect());
    return new History(up, List.of(), dialect, notices);
  }
}
