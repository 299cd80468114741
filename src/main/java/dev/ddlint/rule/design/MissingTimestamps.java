package dev.ddlint.rule.design;

import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.Table;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TablePlace;
import java.util.List;
import java.util.Set;

/** A table of things that does not say when they were made or changed. */
@Rule("missing-timestamps")
@Concerns(Effect.SCHEMA_STATE)
public final class MissingTimestamps implements SchemaRule {
  private static final Set<String> MADE = Set.of("created", "inserted", "creation");
  private static final Set<String> CHANGED = Set.of("updated", "modified", "changed");

  /** Tables that a tool writes, or that list what never changes. */
  private static final Set<String> FIXED = Set.of("migration", "schema", "type", "status", "country", "currency",
      "language", "locale", "lock", "lease", "queue");

  @Override
  public void check(Schema schema, Findings findings) {
    for (Table table : schema.tables()) {
      boolean clear = table.isComplete() && !schema.catalog().isUncertain(table) && table.parents().isEmpty();
      if (clear && table.kind() != Table.Kind.PARTITION && isEntity(table)) {
        check(table, findings);
      }
    }
  }

  /** It has a key of its own; a table that joins others or records events is none. */
  private static boolean isEntity(Table table) {
    List<Integer> key = table.primaryKey().map(Constraint.Key::columns).orElse(List.of());
    boolean refers = table.constraints(ForeignKey.class).stream()
        .anyMatch(foreign -> key.containsAll(foreign.columns()));
    return key.size() == 1 && !refers && !Journals.holds(table)
        && NameWords.singular(table.name()).stream().noneMatch(FIXED::contains);
  }

  private static void check(Table table, Findings findings) {
    boolean made = has(table, MADE);
    boolean changed = has(table, CHANGED);
    if (made && changed) {
      return;
    }
    String what = made ? "changed" : changed ? "made" : "made or changed";
    String columns = made ? "updated_at" : changed ? "created_at" : "created_at and updated_at";
    findings.report(TablePlace.of(table)).about(Subject.column(table, columns))
        .says("`%s` does not say when a row was %s", table.displayName(), what)
        .fact("why", "support, syncing and cleaning up ask for it, and it cannot be found out later")
        .fact("use", "%s timestamptz NOT NULL DEFAULT now()", columns);
  }

  private static boolean has(Table table, Set<String> words) {
    return table.columns().stream()
        .anyMatch(column -> NameWords.of(column.name()).stream().anyMatch(words::contains));
  }
}
