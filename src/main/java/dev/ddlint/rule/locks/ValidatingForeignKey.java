package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Change.ForeignKeyAdded;
import dev.ddlint.catalog.Change.Form;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Level;
import dev.ddlint.ir.ColumnConstraint;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.print.Compose;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.EmptiedTable;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ADD FOREIGN KEY that checks all rows: writes to both tables wait. */
@Rule("validating-foreign-key")
@Concerns({Effect.LOCK, Effect.SCAN, Effect.DATA_FAILURE})
public final class ValidatingForeignKey implements ChangeRule<ForeignKeyAdded> {
  /** From here on a foreign key of a partitioned table may be NOT VALID (release notes of PostgreSQL 18). */
  private static final int PARTITIONED_NOT_VALID = 18;

  @Override
  public void check(ForeignKeyAdded added, Context at, Findings findings) {
    if (!added.key().validated() || !added.key().enforced() || at.isNew(added.table())) {
      return;
    }
    boolean otherWaits = !added.target().id().equals(added.table().id()) && !at.isNew(added.target());
    boolean unread = added.form() == Form.ADD_COLUMN && !hasDefault(added)
        || EmptiedTable.isFree(added.table(), at);
    if (unread && !otherWaits) {
      return; // no row is read, and no table is locked besides the one that gets the column
    }
    Findings.Report report = findings.report(added.span())
        .about(Subject.constraint(added.table(), added.key().name()));
    if (unread) {
      report.level(Level.NOTE).says("writes to `%s` wait until the migration commits, because `%s` refers to it",
          added.target().displayName(), added.table().displayName()).effects(at.effects().withoutFailure());
      return;
    }
    String table = added.table().displayName();
    report.says("adding `%s` blocks writes to `%s`%s while every row of `%s` is checked", added.key().name(), table,
        otherWaits ? " and `" + added.target().displayName() + "`" : "", table);
    Optional<String> safe = isNeverFilled(added, at)
        ? Optional.of("the column is new here and holds no value")
        : replaced(added, at).map(old -> "`" + old.name() + "` has held the same for the rows until now");
    if (safe.isPresent()) {
      report.level(Level.WARNING).fact("lock", "SHARE ROW EXCLUSIVE on %s%s until the transaction ends; scan of %s",
          table, otherWaits ? ", " + added.target().displayName() : "", table)
          .fact("why", "%s, so nothing can fail; the table is read all the same", safe.get());
    } else {
      report.effects(at.effects());
    }
    advice(added, at).ifPresent(report::instead);
    if (!isImpossible(added, at)) {
      NotValid.fix(added.table(), added.span(), at).ifPresent(report::fix);
    }
  }

  private static boolean hasDefault(ForeignKeyAdded added) {
    return added.table().names(added.key().columns()).stream().flatMap(name -> added.table().column(name).stream())
        .anyMatch(Column::hasDefault);
  }

  /** Columns made in this migration, without default, into which nothing was written. */
  private static boolean isNeverFilled(ForeignKeyAdded added, Context at) {
    Table table = added.table();
    List<Column> columns = added.key().columns().stream().flatMap(number -> table.column(number).stream()).toList();
    boolean fresh = !columns.isEmpty() && columns.stream()
        .allMatch(c -> c.origin().migration() == at.before().migration() && !c.hasDefault());
    return fresh && at.migration().stream()
        .noneMatch(change -> change instanceof Change.RowsWritten w && w.table().id().equals(table.id())
            && w.span().start() < added.span().start());
  }

  /** A foreign key over the same columns that holds until this migration, which writes no row in between. */
  private static Optional<ForeignKey> replaced(ForeignKeyAdded added, Context at) {
    boolean written = at.earlier().stream().anyMatch(change -> change instanceof Change.RowsWritten w
        && (w.table().id().equals(added.table().id()) || w.table().id().equals(added.target().id())));
    return written
        ? Optional.empty()
        : at.day().before().catalog().table(added.table().id()).stream()
            .flatMap(table -> table.constraints(ForeignKey.class).stream())
            .filter(old -> old.validated() && old.enforced() && old.target().equals(added.key().target())
                && old.columns().equals(added.key().columns())
                && old.targetColumns().equals(added.key().targetColumns()))
            .findFirst();
  }

  private static Optional<Advice> advice(ForeignKeyAdded added, Context at) {
    return clause(added, at)
        .map(clause -> isImpossible(added, at)
            ? PartitionedForeignKey.advice(added, clause, at)
            : later(added, clause, at));
  }

  private static boolean isImpossible(ForeignKeyAdded added, Context at) {
    return added.table().kind() == Table.Kind.PARTITIONED
        && at.settings().postgresVersion() < PARTITIONED_NOT_VALID;
  }

  private static Advice later(ForeignKeyAdded added, TableConstraint.ForeignKey clause, Context at) {
    ObjectName table = Compose.object(added.table().schema(), added.table().name());
    String name = added.key().name();
    List<String> now = new ArrayList<>();
    ColumnAlone.without(added.span(), at).ifPresent(now::add);
    now.add(SqlPrinter.print(Compose.alter(table, Compose.notValid(clause, name))));
    return new Advice(Advice.Kind.SAME_END, List.of(new Advice.Step("in this migration", List.copyOf(now)),
        new Advice.Step(at.transaction().next(), List.of(SqlPrinter.print(Compose.alter(table,
            Compose.validate(name)))))));
  }

  /** As ADD CONSTRAINT says it, also where it was written on the column. */
  private static Optional<TableConstraint.ForeignKey> clause(ForeignKeyAdded added, Context at) {
    return added.clause().or(() -> ColumnAlone.constraint(ColumnConstraint.References.class, added.span(), at)
        .map(on -> new TableConstraint.ForeignKey(on.name(),
            Compose.names(added.table().names(added.key().columns())), on.reference(), false, on.deferral(),
            on.notEnforced(), false, on.span())));
  }
}
