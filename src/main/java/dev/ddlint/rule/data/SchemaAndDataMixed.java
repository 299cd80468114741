package dev.ddlint.rule.data;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.physics.LockMode;
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
import java.util.Optional;

/** Rows of old tables are written in the migration that locks old tables for its schema changes. */
@Rule("schema-and-data-mixed")
@Concerns(Effect.RUN)
public final class SchemaAndDataMixed implements MigrationRule {

  @Override
  public void check(Day day, Findings findings) {
    Optional<Change> written = day.changes().stream()
        .filter(change -> change instanceof Change.RowsWritten rows && isOld(rows.table(), day)).findFirst();
    if (written.isEmpty()) {
      return;
    }
    day.steps().stream().filter(step -> locks(step, day)).findFirst().ifPresent(step -> {
      Table table = ((Change.RowsWritten) written.get()).table();
      findings.report(written.get().span()).about(Subject.of(table))
          .says("rows of `%s` are written in the migration that also changes the schema", table.displayName())
          .related(new Place(day.file(), step.statement().span()), "this takes ACCESS EXCLUSIVE")
          .fact("why", "what one part locks, the other keeps locked; and neither can be repeated or taken back alone")
          .instead(new Advice(Advice.Kind.NONE, List.of(
              new Advice.Step("first", List.of("-- the change of the schema, in a migration of its own")),
              new Advice.Step("then", List.of("-- the rows, in batches")))));
    });
  }

  private static boolean isOld(Table table, Day day) {
    return !table.isTemporary() && !day.before().isNew(table);
  }

  private static boolean locks(Step step, Day day) {
    return step.effects().locks().stream()
        .anyMatch(lock -> lock.mode() == LockMode.ACCESS_EXCLUSIVE && isOld(lock.table(), day));
  }
}
