package dev.ddlint.project;

import dev.ddlint.text.SourceFile;
import java.util.List;

/** {@code NNN_name.sql} with {@code -- migrate:up} and {@code -- migrate:down} inside, each with its own options. */
final class Dbmate implements Detection {
  private static final String MARK = "migrate:";
  private static final String OPT_OUT = "transaction:false";

  @Override
  public String id() {
    return "dbmate";
  }

  @Override
  public String title() {
    return "dbmate";
  }

  @Override
  public String scheme() {
    return "<number>_<name>.sql";
  }

  /** Compared as text. */
  @Override
  public String identity(String version) {
    return version;
  }

  @Override
  public RunnerProfile runner() {
    return RunnerProfile.of(title(), RunnerProfile.Reach.FILE, RunnerProfile.Sending.WHOLE_FILE);
  }

  @Override
  public History claim(Unclaimed files) {
    return !files.numbered().isEmpty() && files.peek().contains(MARK + "up")
        ? History.of(files.numberedMigrations(Direction.BOTH))
        : History.NONE;
  }

  @Override
  public List<Section> sections(Migration migration, SourceFile text) {
    return MarkedLines.of(text.text(), MARK).sections(mark -> mark.words().contains(OPT_OUT)
        ? runner().optedOut(OPT_OUT, RunnerProfile.Sending.WHOLE_FILE)
        : runner());
  }
}
