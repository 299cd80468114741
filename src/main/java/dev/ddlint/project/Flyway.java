package dev.ddlint.project;

import dev.ddlint.text.Order;
import dev.ddlint.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code V1_2__name.sql} by version, then {@code R__name.sql} by name; {@code U} takes a version back, {@code B} stands
 * for all versions up to its own. Folders below are looked through, and those that the configuration names.
 */
final class Flyway implements Detection {

  @Override
  public String id() {
    return "flyway";
  }

  @Override
  public String title() {
    return "Flyway";
  }

  @Override
  public String scheme() {
    return "V<version>__<name>.sql";
  }

  @Override
  public boolean checksums() {
    return true;
  }

  /** 1 and 1.0 are one version; R files are applied again whenever they change. */
  @Override
  public String identity(String version) {
    StringBuilder parts = new StringBuilder();
    for (String part : version.split("\\.", -1)) {
      parts.append('.').append(Detection.super.identity(part));
    }
    return parts.toString().replaceFirst("(\\.0)+$", "");
  }

  @Override
  public boolean appliesOnce(Migration migration) {
    return !migration.version().isEmpty();
  }

  @Override
  public RunnerProfile runner() {
    return RunnerProfile.of(title(), RunnerProfile.Reach.FILE, RunnerProfile.Sending.STATEMENT_BY_STATEMENT)
        .detecting();
  }

  @Override
  public boolean fillsDollarBraces() {
    return true;
  }

  @Override
  public Map<String, String> placeholders(Path root) {
    return FlywayConfig.above(new FolderTree(root).at(root)).placeholders();
  }

  @Override
  public History claim(Unclaimed files) {
    List<Migration> versioned = new ArrayList<>();
    List<Migration> baselines = new ArrayList<>();
    List<Migration> repeatable = new ArrayList<>();
    List<Migration> undo = new ArrayList<>();
    boolean any = files.files().stream().anyMatch(Flyway::isOwn);
    for (Folder folder : any ? FlywayLocations.of(files.folder()) : List.<Folder>of()) {
      for (String file : folder.ending(".sql")) {
        if (isOwn(file)) {
          switch (file.charAt(0)) {
            case 'V' -> versioned.add(migration(folder, file, Direction.UP));
            case 'B' -> baselines.add(migration(folder, file, Direction.UP));
            case 'R' -> repeatable.add(migration(folder, file, Direction.UP));
            default -> undo.add(migration(folder, file, Direction.DOWN));
          }
        }
      }
    }
    return order(versioned, baselines, repeatable, undo);
  }

  private static History order(List<Migration> versioned, List<Migration> baselines, List<Migration> repeatable,
      List<Migration> undo) {
    versioned.sort(History.BY_VERSION);
    baselines.sort(History.BY_VERSION);
    repeatable.sort(Order.by(Migration::name));
    undo.sort(History.BY_VERSION);
    List<Migration> aside = new ArrayList<>(undo);
    if (!baselines.isEmpty()) {
      Migration last = baselines.removeLast();
      // A baseline beside the versions it replaces says the same twice; it counts only where they are gone.
      boolean replaces = versioned.isEmpty()
          || NaturalOrder.COMPARATOR.compare(last.version(), versioned.getFirst().version()) < 0;
      (replaces ? versioned : aside).add(replaces ? 0 : aside.size(), last);
      aside.addAll(baselines);
    }
    versioned.addAll(repeatable);
    return History.of(versioned, aside);
  }

  /** Whether a folder holds files that are named as Flyway's are. */
  static boolean isIn(Folder folder) {
    return folder.ending(".sql").stream().anyMatch(Flyway::isOwn);
  }

  private static boolean isOwn(String file) {
    int separator = file.indexOf("__");
    if (separator < 1) {
      return false;
    }
    return switch (file.charAt(0)) {
      case 'R' -> separator == 1;
      case 'V', 'U', 'B' -> separator > 1 && isVersion(file, separator);
      default -> false;
    };
  }

  private static boolean isVersion(String file, int end) {
    for (int i = 1; i < end; i++) {
      char c = file.charAt(i);
      if (!NaturalOrder.isDigit(c) && (i == 1 || (c != '.' && c != '_'))) {
        return false;
      }
    }
    return true;
  }

  private static Migration migration(Folder folder, String file, Direction direction) {
    int separator = file.indexOf("__");
    String version = file.substring(1, separator).replace('_', '.');
    return folder.migration(version, Unclaimed.stem(file), direction, file);
  }

  @Override
  public List<Section> sections(Migration migration, SourceFile text) {
    Path conf = migration.file().resolveSibling(migration.file().getFileName() + ".conf");
    RunnerProfile runner = leavesTransaction(conf)
        ? runner().optedOut("executeInTransaction=false", RunnerProfile.Sending.STATEMENT_BY_STATEMENT)
        : runner();
    return List.of(Layout.whole(migration, text, runner));
  }

  private static boolean leavesTransaction(Path conf) {
    if (!Files.exists(conf)) {
      return false;
    }
    try {
      return Files.readString(conf).lines().map(l -> l.replace(" ", ""))
          .anyMatch(l -> l.startsWith("executeInTransaction=false"));
    } catch (IOException e) {
      return false;
    }
  }
}
