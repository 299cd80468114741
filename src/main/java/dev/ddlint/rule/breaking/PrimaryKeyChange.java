package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Level;
import dev.ddlint.print.Names;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.On;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The primary key goes, or comes back over other columns: upserts, references and replication stand on it. */
@Rule("primary-key-change")
@Concerns({Effect.CLIENT_BREAK, Effect.SCHEMA_STATE})
@TakesIn("dropped-unique")
@On({Change.ConstraintDropped.class, Change.ColumnDropped.class})
public final class PrimaryKeyChange implements ChangeRule<Change> {

  @Override
  public void check(Change change, Context at, Findings findings) {
    switch (change) {
      case Change.ConstraintDropped dropped -> constraint(dropped, at, findings);
      case Change.ColumnDropped dropped -> column(dropped, at, findings);
      default -> {
      }
    }
  }

  private static void constraint(Change.ConstraintDropped dropped, Context at, Findings findings) {
    Table table = dropped.table();
    boolean byName = dropped.constraint().isEmpty() && !table.isKnown()
        && dropped.name().equals(Names.chosen(table.name(), "pkey"));
    Optional<Constraint.Key> key = dropped.constraint().filter(Constraint.Key.class::isInstance)
        .map(Constraint.Key.class::cast).filter(Constraint.Key::primary);
    if (!isOld(table, at) || key.isEmpty() && !byName || key.filter(k -> isMadeHere(k, at)).isPresent()) {
      return;
    }
    if (key.isPresent()) {
      changed(table, key.get(), dropped.span(), at, findings);
    } else {
      unseen(dropped, findings);
    }
  }

  private static boolean isMadeHere(Constraint.Key key, Context at) {
    return key.origin().migration() == at.before().migration();
  }

  /** A table that is there before and after the migration. */
  private static boolean isOld(Table table, Context at) {
    return at.isOld(table) && at.day().after().catalog().table(table.id()).isPresent()
        && !NameTaken.byAnother(table, at);
  }

  private static void column(Change.ColumnDropped dropped, Context at, Findings findings) {
    Table table = dropped.table();
    Optional<Constraint.Key> key = table.primaryKey()
        .filter(k -> dropped.column().filter(c -> k.columns().contains(c.number())).isPresent());
    if (isOld(table, at) && key.filter(k -> !isMadeHere(k, at)).isPresent()) {
      changed(table, key.get(), dropped.span(), at, findings);
    }
  }

  private static void changed(Table table, Constraint.Key key, Span span, Context at, Findings findings) {
    Table after = at.day().after().catalog().table(table.id()).orElseThrow();
    Optional<Constraint.Key> now = after.primaryKey();
    boolean same = now.filter(k -> Set.copyOf(k.columns()).equals(Set.copyOf(key.columns()))).isPresent()
        && key.columns().stream().allMatch(number -> sameType(table, after, number));
    if (same) {
      return;
    }
    String columns = String.join(", ", table.names(key.columns()));
    String what = now.map(k -> "moving the primary key of `%s` from (" + columns + ") to ("
        + String.join(", ", after.names(k.columns())) + ") breaks")
        .orElse("without its primary key `%s` takes duplicates and NULL, which breaks");
    boolean retyped = now
        .filter(k -> Set.copyOf(after.names(k.columns())).equals(Set.copyOf(table.names(key.columns()))))
        .isPresent();
    Findings.Report report = findings.report(span).about(Subject.constraint(table, key.name()));
    if (retyped) {
      report.says("giving the primary key (%s) of `%s` another type breaks what refers to it", columns,
          table.displayName());
    } else {
      report.says(what + " upserts and references", table.displayName());
    }
    report.fact("why", "ON CONFLICT (%s) fails (42P10), logical replication refuses UPDATE and DELETE without a key",
        columns);
    report.related(key.origin().place(), "the primary key was made here");
    report.instead(advice(at));
  }

  private static boolean sameType(Table before, Table after, int number) {
    Optional<DataType> from = before.column(number).flatMap(Column::type);
    Optional<DataType> to = after.column(number).flatMap(Column::type);
    return from.isEmpty() || to.isEmpty() || from.get().sameAs(to.get());
  }

  private static void unseen(Change.ConstraintDropped dropped, Findings findings) {
    Table table = dropped.table();
    findings.report(dropped.span()).level(Level.WARNING).about(Subject.constraint(table, dropped.name()))
        .says("without its primary key `%s` takes duplicates and NULL, which breaks upserts", table.displayName())
        .fact("not seen", "`%s` is not in this history: its name is that of a primary key", dropped.name());
  }

  private static Advice advice(Context at) {
    return new Advice(Advice.Kind.NONE, List.of(
        new Advice.Step("first", List.of("-- let no code, foreign key or ON CONFLICT use the old key, and deploy")),
        new Advice.Step("then", List.of("-- CREATE UNIQUE INDEX CONCURRENTLY on the new one, columns NOT NULL")),
        new Advice.Step("at last", List.of("-- drop the old key and ADD PRIMARY KEY USING INDEX in one ALTER TABLE"))));
  }
}
