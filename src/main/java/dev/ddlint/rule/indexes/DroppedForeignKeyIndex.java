package dev.ddlint.rule.indexes;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Change.ColumnDropped;
import dev.ddlint.catalog.Change.ConstraintDropped;
import dev.ddlint.catalog.Change.IndexDropped;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Level;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.On;
import dev.ddlint.rule.OnlineIndex;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.List;
import java.util.Optional;

/** The index that a foreign key was looked up by goes away, and no other takes its place in this migration. */
@Rule("dropped-foreign-key-index")
@Concerns(Effect.SCHEMA_STATE)
@On({IndexDropped.class, ConstraintDropped.class, ColumnDropped.class})
public final class DroppedForeignKeyIndex implements ChangeRule<Change> {

  @Override
  public void check(Change change, Context at, Findings findings) {
    switch (change) {
      case IndexDropped dropped -> dropped.table()
          .ifPresent(table -> check(table, dropped.index().stream().toList(), change, at, findings));
      case ConstraintDropped dropped -> check(dropped.table(), indexOf(dropped, at), change, at, findings);
      case ColumnDropped dropped -> check(dropped.table(), indexesOver(dropped, at), change, at, findings);
      default -> {
      }
    }
  }

  private static List<Index> indexOf(ConstraintDropped dropped, Context at) {
    return dropped.constraint().filter(Constraint.Key.class::isInstance).map(Constraint.Key.class::cast)
        .flatMap(key -> at.before().catalog().index(key.index())).stream().toList();
  }

  /** An index over several columns goes with any of them. */
  private static List<Index> indexesOver(ColumnDropped dropped, Context at) {
    Optional<Integer> column = dropped.column().map(Column::number);
    return column.isEmpty()
        ? List.of()
        : at.before().catalog().indexesOf(dropped.table()).stream().filter(i -> i.uses(column.get())).toList();
  }

  private static void check(Table table, List<Index> gone, Change change, Context at, Findings findings) {
    if (gone.isEmpty() || table.kind() == Table.Kind.PARTITION || table.isTemporary() || at.before().isNew(table)
        || at.settings().statistics().isSmall(table)) {
      return;
    }
    for (ForeignKey key : table.constraints(ForeignKey.class)) {
      Optional<Index> index = gone.stream().filter(i -> MissingForeignKeyIndex.covers(table, i, key)).findFirst();
      if (index.isPresent() && isBare(key, table, at.after().catalog())
          && isBare(key, table, at.day().after().catalog())) {
        report(key, table, index.get(), change, at, findings);
      }
    }
  }

  /** Whether the key is still there and no index serves it. */
  private static boolean isBare(ForeignKey key, Table table, Catalog after) {
    return after.table(table.id()).filter(now -> !after.isUncertain(now) && now.constraints().stream()
        .anyMatch(constraint -> constraint.id().equals(key.id()))
        && !MissingForeignKeyIndex.isCovered(now, key, after)).isPresent();
  }

  private static void report(ForeignKey key, Table table, Index index, Change change, Context at, Findings findings) {
    List<String> columns = table.names(key.columns());
    String target = at.before().catalog().table(key.target()).map(Table::displayName).orElse("the referenced table");
    Findings.Report report = findings.report(change.span()).about(Subject.column(table, String.join(",", columns)))
        .says("`%s` served the foreign key on `%s`: each delete from `%s` now reads all of `%s`", index.name(),
            String.join(", ", columns), target, table.displayName())
        .fact("why", "no other index over all rows of %s begins with %s", table.displayName(),
            String.join(", ", columns))
        .related(key.origin().place(), "the foreign key to `%s`", target)
        .instead(new Advice(Advice.Kind.STAGED,
            List.of(OnlineIndex.step(at.transaction().wayOut(), table, columns))));
    if (at.settings().statistics().isLarge(table)) {
      report.level(Level.ERROR);
    }
    at.settings().statistics().of(table)
        .ifPresent(size -> report.fact("size", "%s takes %s", table.displayName(), size.text()));
  }
}
