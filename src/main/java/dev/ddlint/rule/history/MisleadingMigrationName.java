package dev.ddlint.rule.history;

import dev.ddlint.catalog.Change;
import dev.ddlint.ir.DoBlock;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.MigrationRule;
import dev.ddlint.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A name that promises what the migration does not do: {@code add_index} without an index. */
@Rule("misleading-migration-name")
@Concerns(Effect.RUN)
public final class MisleadingMigrationName implements MigrationRule {
  private static final Set<String> MAKES = Set.of("add", "adds", "added", "create", "creates", "created", "new");
  private static final Set<String> DROPS = Set.of("drop", "drops", "dropped", "remove", "removes", "removed", "delete");

  private static final Set<String> BELONGS = Set.of("to", "from", "on", "for", "in", "of");

  /** What a pair of words in a name promises. */
  private record Promise(Set<String> verbs, Set<String> nouns, String title, Predicate<Change> kept) {}

  private static final List<Promise> PROMISES = List.of(
      new Promise(MAKES, Set.of("index", "indexes", "indices", "idx"), "an index",
          c -> c instanceof Change.IndexBuilt || c instanceof Change.ExclusionAdded
              || c instanceof Change.KeyAdded key && key.form() != Change.Form.CREATE_TABLE),
      new Promise(DROPS, Set.of("index", "indexes", "indices", "idx"), "the end of an index",
          c -> c instanceof Change.IndexDropped || c instanceof Change.ConstraintDropped
              || c instanceof Change.TableDropped || c instanceof Change.ColumnDropped),
      new Promise(MAKES, Set.of("table", "tables"), "a table", Change.TableCreated.class::isInstance),
      new Promise(DROPS, Set.of("table", "tables"), "the end of a table", Change.TableDropped.class::isInstance),
      new Promise(MAKES, Set.of("column", "columns"), "a column",
          c -> c instanceof Change.ColumnAdded || c instanceof Change.TableCreated),
      new Promise(DROPS, Set.of("column", "columns"), "the end of a column",
          c -> c instanceof Change.ColumnDropped || c instanceof Change.TableDropped));

  @Override
  public void check(Day day, Findings findings) {
    boolean seen = !day.changes().isEmpty() && day.steps().stream().map(step -> step.statement())
        .noneMatch(s -> s instanceof Unrecognized || s instanceof DoBlock);
    List<String> words = NameParts.of(day.migration().name());
    Optional<Promise> broken = PROMISES.stream()
        .filter(promise -> promises(promise, words) && day.changes().stream().noneMatch(promise.kept())).findFirst();
    if (!seen || broken.isEmpty()) {
      return;
    }
    findings.report(Opening.of(day)).about(Opening.subject("migration-name", day.migration()))
        .says("`%s` promises %s, and the migration holds none", day.migration().name(), broken.get().title())
        .fact("why", "whoever looks for it later, by name, looks in the wrong place");
  }

  /** The verb comes first, the noun last or before what it belongs to: {@code add_users_email_index_to_users}. */
  private static boolean promises(Promise promise, List<String> words) {
    if (words.isEmpty() || !promise.verbs().contains(words.get(0))) {
      return false;
    }
    for (int i = 1; i < words.size(); i++) {
      boolean ends = i == words.size() - 1 || BELONGS.contains(words.get(i + 1));
      if (ends && promise.nouns().contains(words.get(i))) {
        return true;
      }
    }
    return false;
  }
}
