package dev.ddlint.rule.history;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Change.ColumnAdded;
import dev.ddlint.catalog.Change.ColumnDropped;
import dev.ddlint.catalog.Change.IndexBuilt;
import dev.ddlint.catalog.Change.IndexDropped;
import dev.ddlint.catalog.Change.TableCreated;
import dev.ddlint.catalog.Change.TableDropped;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.MigrationRule;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Step;
import dev.ddlint.rule.Subject;
import dev.ddlint.text.Place;
import java.util.List;
import java.util.Locale;

/** A script that makes a thing and, behind a comment that says "down", drops it: run as a whole it undoes itself. */
@Rule("up-and-down-together")
@Concerns(Effect.SCHEMA_STATE)
public final class UpAndDownTogether implements MigrationRule {
  private static final List<String> WORDS = List.of("down", "rollback", "roll back", "revert", "undo", "backward");

  @Override
  public void check(Day day, Findings findings) {
    List<Step> steps = day.steps();
    for (int i = 1; i < steps.size(); i++) {
      for (Change change : steps.get(i).changes()) {
        Change made = madeHere(change, steps.subList(0, i));
        if (made != change && isAnnounced(day, steps, i)) {
          report(change, made, day, findings);
          return;
        }
      }
    }
  }

  private static void report(Change dropped, Change made, Day day, Findings findings) {
    ObjectPath object = object(dropped);
    String name = object.name().startsWith("public.") ? object.name().substring("public.".length()) : object.name();
    findings.report(dropped.span()).about(object)
        .says("this script makes `%s` and drops it again: run as a whole, it undoes itself", name)
        .related(new Place(day.file(), made.span()), "`%s` is made here", name)
        .fact("why", "only a comment stands between the two ways, and no tool here reads it as a mark")
        .fact("instead", "put the way back into a file of its own, or behind the mark of the tool that runs it");
  }

  private static ObjectPath object(Change dropped) {
    return switch (dropped) {
      case ColumnDropped column -> Subject.column(column.table(), column.name());
      case IndexDropped index -> index.index().map(Subject::of).orElse(new ObjectPath("index", index.name()));
      case TableDropped table -> Subject.of(table.table());
      default -> new ObjectPath("statement", "");
    };
  }

  /** The change that made what another one drops; that one itself where there is none. */
  private static Change madeHere(Change drop, List<Step> before) {
    for (Step step : before) {
      for (Change change : step.changes()) {
        if (isMadeBy(drop, change)) {
          return change;
        }
      }
    }
    return drop;
  }

  private static boolean isMadeBy(Change drop, Change made) {
    return switch (drop) {
      case TableDropped dropped -> made instanceof TableCreated created && !dropped.table().isTemporary()
          && dropped.table().id().equals(created.table().id());
      case ColumnDropped dropped -> made instanceof ColumnAdded added && added.column().name().equals(dropped.name())
          && added.table().id().equals(dropped.table().id());
      case IndexDropped dropped -> made instanceof IndexBuilt built
          && dropped.index().filter(index -> index.id().equals(built.index().id())).isPresent();
      default -> false;
    };
  }

  /** Whether a comment between the statements before says that the way back begins. */
  private static boolean isAnnounced(Day day, List<Step> steps, int drop) {
    for (int i = drop; i > 0; i--) {
      int from = steps.get(i - 1).statement().span().end();
      int to = steps.get(i).statement().span().start();
      String between = from < to ? day.file().text().substring(from, to).toLowerCase(Locale.ROOT) : "";
      if (between.contains("--") || between.contains("/*")) {
        return WORDS.stream().anyMatch(between::contains);
      }
    }
    return false;
  }
}
