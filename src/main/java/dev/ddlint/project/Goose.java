package dev.ddlint.project;

import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
    if (!leaves) {
      return marks.sections(mark -> runner());
    }
    RunnerProfile alone = runner().optedOut("-- +goose NO TRANSACTION", RunnerProfile.Sending.STATEMENT_BY_STATEMENT);
    return marks.sections(mark -> alone).stream().flatMap(section -> blocks(section, marks)).toList();
  }

  /** Outside of goose's transaction, what stands between StatementBegin and StatementEnd is sent as one query. */
  private static Stream<Section> blocks(Section section, MarkedLines marks) {
    List<Section> parts = new ArrayList<>();
    RunnerProfile runner = section.runner();
    int start = section.span().start();
    for (MarkedLines.Mark mark : marks.lines()) {
      boolean begins = mark.says("statementbegin");
      if ((begins || mark.says("statementend")) && section.span().contains(new Span(mark.start(), mark.start()))) {
        parts.add(new Section(section.direction(), new Span(start, mark.start()), runner));
        start = mark.start();
        runner = begins
            ? section.runner().each("StatementBegin block").optedOut(section.runner().optOut(),
                RunnerProfile.Sending.WHOLE_FILE)
            : section.runner();
      }
    }
    parts.add(new Section(section.direction(), new Span(start, section.span().end()), runner));
    return parts.stream();
  }
}
