package dev.ddlint.project;

import dev.ddlint.text.SourceFile;
import java.util.List;
import java.util.Locale;

/** {@code NNN_name.sql} with {@code -- +goose Up} and {@code -- +goose Down} inside. */
final class Goose implements Detection {
  private static final String MARK = "+goose ";
  private static final String OPT_OUT = "no transaction";

  @Override
  public String id() {
    return "goose";
  }

  @Override
  public String title() {
    return "goose";
  }

  @Override
  public String scheme() {
    return "<number>_<name>.sql";
  }

  @Override
  public RunnerProfile runner() {
    return RunnerProfile.of(title(), RunnerProfile.Reach.FILE, RunnerProfile.Sending.STATEMENT_BY_STATEMENT);
  }

  @Override
  public History claim(Unclaimed files) {
    return !files.numbered().isEmpty() && files.peek().contains(MARK)
        ? History.of(files.numberedMigrations(Direction.BOTH))
        : History.NONE;
  }

  @Override
  public List<Section> sections(Migration migration, SourceFile text) {
    MarkedLines marks = MarkedLines.of(text.text(), MARK);
    // The opt-out counts for both ways, wherever in the file it stands.
    boolean leaves = marks.lines().stream().anyMatch(m -> m.words().toLowerCase(Locale.ROOT).equals(OPT_OUT));
    RunnerProfile runner = leaves
        ? runner().optedOut("-- +goose NO TRANSACTION", RunnerProfile.Sending.STATEMENT_BY_STATEMENT)
        : runner();
    return marks.sections(mark -> runner);
  }
}
