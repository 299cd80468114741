package dev.ddlint.rule.history;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Change.ColumnAdded;
import dev.ddlint.catalog.Change.ColumnDropped;
import dev.ddlint.catalog.Change.IndexBuilt;
import dev.ddlint.catalog.Change.IndexDropped;
import dev.ddlint.catalog.Change.TableCreated;
import dev.ddlint.catalog.Change.TableDropped;
import dev.ddlint.catalog.Index;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A script that makes a thing and, behind a comment that says "down", drops it: run as a whole it undoes itself. */
@Rule("up-and-down-together")
@Concerns(Effect.SCHEMA_STATE)
public final class UpAndDownTogether implements MigrationRule {
  private static final List<String> WORDS = List.of("down", "rollback", "roll back", "revert", "undo", "backward");

  @Override
  public void check(Day day, Findings findings) {
    Map<Object, Change> made = new HashMap<>();
    List<Step> steps = day.steps();
    for (int i = 0; i < steps.size(); i++) {
      for (Change change : steps.get(i).changes()) {
        Change maker = dropped(change).map(made::get).orElse(change);
        if (maker != change && isAnnounced(day, steps, i)) {
          report(change, maker, day, findings);
          return;
        }
        made(change).ifPresent(object -> made.putIfAbsent(object, change));
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

  /** What a change makes, as a key that {@link #dropped} gives for the same object. */
  private static Optional<Object> made(Change change) {
    return switch (change) {
      case TableCreated created when !created.table().isTemporary() -> Optional.of(created.table().id());
      case ColumnAdded added -> Optional.of(List.of(added.table().id(), added.column().name()));
      case IndexBuilt built -> Optional.of(built.index().id());
      default -> Optional.empty();
    };
  }

  private static Optional<Object> dropped(Change change) {
    return switch (change) {
      case TableDropped dropped -> Optional.of(dropped.table().id());
      case ColumnDropped dropped -> Optional.of(List.of(dropped.table().id(), dropped.name()));
      case IndexDropped dropped -> dropped.index().map(Index::id);
      default -> Optional.empty();
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
