package dev.ddlint.rule.history;

import dev.ddlint.parse.Script;
import dev.ddlint.parse.ScriptReader;
import dev.ddlint.project.Direction;
import dev.ddlint.project.Layout;
import dev.ddlint.project.Migration;
import dev.ddlint.project.Section;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.HistoryRule;
import dev.ddlint.rule.Rule;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A migration that was there already is changed: where it was applied, the change never arrives. */
@Rule("edited-migration")
@Concerns(Effect.DATA_FAILURE)
public final class EditedMigration implements HistoryRule {

  @Override
  public void check(Reviewed history, Findings findings) {
    Layout layout = history.project().layout();
    for (Migration migration : history.project().migrations()) {
      Optional<String> before = history.standing().review().before(migration.file());
      Optional<SourceFile> file = history.file(migration);
      if (before.isEmpty() || file.isEmpty() || !layout.appliesOnce(migration)) {
        continue;
      }
      SourceFile then = new SourceFile(migration.shownPath(), before.get());
      if (layout.checksums() || isChanged(layout, migration, then, file.get())) {
        report(history, migration, then, file.get(), findings);
      }
    }
  }

  private static void report(Reviewed history, Migration migration, SourceFile then, SourceFile now,
      Findings findings) {
    Layout layout = history.project().layout();
    String ref = history.standing().review().ref();
    findings.report(new dev.ddlint.text.Place(now, firstDifference(then.text(), now.text())))
        .about(Opening.subject("migration", migration))
        .says("`%s` is on %s already, and databases that have applied it never see this change", migration.name(), ref)
        .fact("why", "%s", layout.checksums()
            ? layout.title() + " compares checksums, by a comment even, and refuses to go on or asks for a reset"
            : layout.title() + " does not look at what it has applied: old and new databases differ from here on")
        .fact("instead", "take the change back, and make it in a migration of its own");
  }

  /** Whether something that was run is run otherwise now. What is only added at the end of a changelog is not. */
  private static boolean isChanged(Layout layout, Migration migration, SourceFile then, SourceFile now) {
    List<String> today = pieces(layout, migration, now);
    return !today.containsAll(pieces(layout, migration, then));
  }

  /** The sections that go up, without comments and in one spacing. */
  private static List<String> pieces(Layout layout, Migration migration, SourceFile file) {
    StringBuilder text = new StringBuilder(file.text());
    new ScriptReader().read(file).trivia().stream()
        .filter(t -> t.kind() == Script.Kind.LINE_COMMENT || t.kind() == Script.Kind.BLOCK_COMMENT)
        .forEach(t -> blank(text, t.span()));
    List<String> pieces = new ArrayList<>();
    for (Section section : layout.sections(migration, file)) {
      if (section.direction() != Direction.DOWN) {
        pieces.add(String.join(" ", section.span().of(text.toString()).strip().split("\\s+")));
      }
    }
    return pieces;
  }

  private static void blank(StringBuilder text, Span span) {
    for (int i = span.start(); i < span.end(); i++) {
      text.setCharAt(i, ' ');
    }
  }

  /** The first line that is not what it was. */
  private static Span firstDifference(String then, String now) {
    int at = 0;
    int end = Math.min(then.length(), now.length());
    while (at < end && then.charAt(at) == now.charAt(at)) {
      at++;
    }
    int start = now.lastIndexOf('\n', Math.max(0, Math.min(at, now.length() - 1) - 1)) + 1;
    int stop = now.indexOf('\n', start);
    return new Span(Math.min(start, now.length()), stop < 0 ? now.length() : stop);
  }
}
