package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Level;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.On;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** CASCADE: what the statement does not name goes too. */
@Rule("drop-cascade")
@Concerns({Effect.CLIENT_BREAK, Effect.DATA_LOSS})
@On({Change.TableDropped.class, Change.ColumnDropped.class, Change.ConstraintDropped.class, Change.TypeDropped.class,
    Change.ObjectDropped.class})
public final class DropCascade implements ChangeRule<Change> {
  private static final String WORD = "cascade";

  @Override
  public void check(Change change, Context at, Findings findings) {
    if (!cascades(change) || !isFirst(change, at)) {
      return;
    }
    List<CascadeLosses.Loss> losses = CascadeLosses.of(at);
    if (losses.isEmpty()) {
      unseen(change, at, findings);
      return;
    }
    CascadeLosses.Loss first = losses.get(0);
    String others = losses.size() == 1 ? "" : " and " + (losses.size() - 1) + " more";
    Findings.Report report = findings.report(word(change.span(), at)).about(first.object())
        .says("CASCADE also drops the %s%s", first.words(), others)
        .fact("goes with it", "%s",
            String.join(", ", losses.stream().map(loss -> loss.words().replace("`", "")).toList()));
    losses.forEach(loss -> report.related(loss.origin().place(), "the %s was made here", loss.words()));
    report.instead(new Advice(Advice.Kind.NONE,
        List.of(new Advice.Step("instead", List.of("-- drop each of them by name before, and leave out CASCADE")))));
  }

  private static boolean cascades(Change change) {
    return switch (change) {
      case Change.TableDropped dropped -> dropped.cascade();
      case Change.ColumnDropped dropped -> dropped.cascade();
      case Change.ConstraintDropped dropped -> dropped.cascade();
      case Change.TypeDropped dropped -> dropped.cascade();
      case Change.ObjectDropped dropped -> dropped.cascade();
      default -> false;
    };
  }

  /** A statement that drops several things says once what goes with them. */
  private static boolean isFirst(Change change, Context at) {
    return at.step().changes().stream().filter(DropCascade::cascades).findFirst().filter(c -> c == change).isPresent();
  }

  /** A table that the history only mentions: anything may hang on it. */
  private static void unseen(Change change, Context at, Findings findings) {
    Optional<Table> table = switch (change) {
      case Change.TableDropped dropped -> Optional.of(dropped.table());
      case Change.ColumnDropped dropped -> Optional.of(dropped.table());
      default -> Optional.empty();
    };
    table.filter(t -> !t.isKnown() && !t.isTemporary() && !isMadeAgain(t, at)).ifPresent(t -> findings
        .report(word(change.span(), at)).level(Level.WARNING).about(Subject.of(t))
        .says("CASCADE also drops whatever hangs on `%s`", t.displayName())
        .fact("not seen", "`%s` is not in this history, so what depends on it is not known", t.displayName())
        .instead(new Advice(Advice.Kind.NONE,
            List.of(
                new Advice.Step("instead", List.of("-- leave out CASCADE: the server names what depends on it"))))));
  }

  /** DROP TABLE IF EXISTS before the migration that makes the table. */
  private static boolean isMadeAgain(Table table, Context at) {
    return at.later().stream().anyMatch(
        change -> change instanceof Change.TableCreated made && made.table().name().equals(table.name()));
  }

  /** The key word, behind what is dropped. */
  private static Span word(Span dropped, Context at) {
    String text = at.file().text();
    int from = Math.max(dropped.start(), dropped.end() - WORD.length());
    int end = text.indexOf(';', dropped.end());
    int last = end < 0 ? text.length() : end;
    for (int i = from; i + WORD.length() <= last; i++) {
      if (text.regionMatches(true, i, WORD, 0, WORD.length())) {
        return new Span(i, i + WORD.length());
      }
    }
    return dropped;
  }
}
