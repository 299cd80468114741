package dev.ddlint.project;

import dev.ddlint.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code NNN_name.sql} or {@code .up.sql} and {@code .down.sql}. Only what stands around the folder tells it from
 * others: sqlx's own files, or a crate that depends on it.
 */
final class Sqlx implements Detection {
  private static final String OPT_OUT = "-- no-transaction";

  @Override
  public String id() {
    return "sqlx";
  }

  @Override
  public String title() {
    return "sqlx";
  }

  @Override
  public String scheme() {
    return "<number>_<name>.sql";
  }

  @Override
  public boolean checksums() {
    return true;
  }

  @Override
  public RunnerProfile runner() {
    return RunnerProfile.of(title(), RunnerProfile.Reach.FILE, RunnerProfile.Sending.WHOLE_FILE);
  }

  @Override
  public History claim(Unclaimed files) {
    boolean upDown = files.files().stream().anyMatch(Unclaimed::isUpDown);
    if ((!upDown && files.numbered().isEmpty()) || !isMarked(files.folder())) {
      return History.NONE;
    }
    History paired = UpDownFiles.history(files.folder(), files.files());
    List<Migration> up = new ArrayList<>(paired.up());
    up.addAll(files.numberedMigrations(Direction.UP));
    up.sort(History.BY_VERSION);
    return History.of(up, paired.aside());
  }

  private static boolean isMarked(Folder folder) {
    Optional<Folder> around = folder.parent();
    return around.isPresent() && (around.get().has(".sqlx") || around.get().has("sqlx-data.json")
        || around.get().has("sqlx.toml")
        || (around.get().has("Cargo.toml") && around.get().head("Cargo.toml").contains("sqlx")));
  }

  @Override
  public List<Section> sections(Migration migration, SourceFile text) {
    // sqlx looks at the very beginning of the file and nowhere else.
    boolean leaves = text.text().startsWith(OPT_OUT);
    return List.of(Layout.whole(migration, text,
        leaves ? runner().optedOut(OPT_OUT, RunnerProfile.Sending.WHOLE_FILE) : runner()));
  }
}
