package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.physics.TypeFamily;
import dev.ddlint.print.Compose;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.EmptiedTable;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.On;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;
import dev.ddlint.text.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Something goes and its like comes, in one migration and without a copy: a rename that loses the data. */
@Rule("suspected-rename")
@Concerns({Effect.CLIENT_BREAK, Effect.DATA_LOSS, Effect.DATA_FAILURE})
@TakesIn({"drop-column", "drop-table", "required-column-without-default"})
@On({Change.ColumnDropped.class, Change.TableDropped.class})
public final class SuspectedRename implements ChangeRule<Change> {
  @Override
  public void check(Change change, Context at, Findings findings) {
    switch (change) {
      case Change.ColumnDropped dropped -> column(dropped, at, findings);
      case Change.TableDropped dropped -> table(dropped, at, findings);
      default -> {
      }
    }
  }

  private static void column(Change.ColumnDropped dropped, Context at, Findings findings) {
    Table table = dropped.table();
    if (!isOld(dropped, at) || Replacements.isComputed(dropped) || Replacements.isCopied(dropped, at)
        || EmptiedTable.before(table, at)) {
      return;
    }
    successor(dropped, at).ifPresent(added -> {
      String to = added.column().name();
      boolean required = added.column().notNull() && !added.column().hasDefault();
      Findings.Report report = findings.report(dropped.span()).about(Subject.column(table, dropped.name()))
          .says("`%s.%s` goes and `%s` comes empty: if that is a rename, the data is lost", table.displayName(),
              dropped.name(), to)
          .related(new Place(at.file(), added.span()), "`%s` is added here", to);
      if (required) {
        report.fact("fails", "when %s has a row (23502)", table.displayName());
      }
      if (!dropped.dependents().isEmpty()) {
        report.fact("goes with it", "%s", String.join(", ", dropped.dependents()));
      }
      report.instead(new Advice(Advice.Kind.STAGED, List.of(
          new Advice.Step("best", List.of("-- keep the name in the database and map it in the code (Prisma: @map(\""
              + dropped.name() + "\"))")),
          new Advice.Step("or, with the code stopped", List.of(SqlPrinter.print(Compose.renameColumn(
              Compose.object(table.schema(), table.name()), dropped.name(), to)))))));
    });
  }

  private static boolean isOld(Change.ColumnDropped dropped, Context at) {
    return at.isOld(dropped.table()) && !dropped.table().kind().isView()
        && dropped.column().filter(at::isAddedHere).isEmpty();
  }

  /** The column that can be meant: one went and one came in one statement, or their names are alike. Flags are many. */
  private static Optional<Change.ColumnAdded> successor(Change.ColumnDropped dropped, Context at) {
    List<Change.ColumnAdded> added = added(dropped.table(), at);
    List<String> names = dropped(dropped.table(), at);
    boolean comesBack = added.stream().anyMatch(a -> a.column().name().equals(dropped.name()));
    if (comesBack) {
      return Optional.empty();
    }
    List<Change.ColumnAdded> fresh = added.stream()
        .filter(a -> dropped.table().column(a.column().name()).filter(c -> !at.isAddedHere(c)).isEmpty())
        .filter(a -> !names.contains(a.column().name()) && !Replacements.isFilled(a, at))
        .filter(a -> sameFamily(dropped, a, at.before().catalog()))
        .filter(a -> NamesAlike.sayOneKind(dropped.name(), a.column().name()))
        .filter(a -> targets(dropped.table(), dropped.name()).equals(targets(at, a)))
        .toList();
    boolean onePair = added.size() == 1 && names.size() == 1 && at.step().changes().contains(added.get(0))
        && !dropped.column().flatMap(Column::type).filter(type -> type.is("bool")).isPresent();
    return fresh.stream().filter(a -> onePair || NamesAlike.of(dropped.name(), a.column().name())).findFirst();
  }

  /** The tables that a column refers to by foreign keys. */
  private static Set<ObjectId> targets(Table table, String column) {
    return table.column(column).map(c -> table.constraints(Constraint.ForeignKey.class).stream()
        .filter(key -> key.columns().contains(c.number())).map(Constraint.ForeignKey::target)
        .collect(Collectors.toSet())).orElse(Set.of());
  }

  private static Set<ObjectId> targets(Context at, Change.ColumnAdded added) {
    return at.day().after().catalog().table(added.table().id())
        .map(table -> targets(table, added.column().name())).orElse(Set.of());
  }

  private static List<Change.ColumnAdded> added(Table table, Context at) {
    return at.migration().stream().filter(Change.ColumnAdded.class::isInstance).map(Change.ColumnAdded.class::cast)
        .filter(a -> a.table().id().equals(table.id())).toList();
  }

  private static List<String> dropped(Table table, Context at) {
    return at.migration().stream().filter(Change.ColumnDropped.class::isInstance).map(Change.ColumnDropped.class::cast)
        .filter(d -> d.table().id().equals(table.id())).map(Change.ColumnDropped::name).toList();
  }

  /** An old type that is not known proves nothing: then only alike names speak. */
  private static boolean sameFamily(Change.ColumnDropped dropped, Change.ColumnAdded added, Catalog catalog) {
    Optional<DataType> from = dropped.column().flatMap(Column::type);
    Optional<DataType> to = added.column().type();
    if (from.isEmpty() || to.isEmpty()) {
      return NamesAlike.of(dropped.name(), added.column().name());
    }
    boolean computed = added.column().generation() == Column.Generation.STORED
        || added.column().generation() == Column.Generation.VIRTUAL;
    return !computed && TypeFamily.of(from.get(), catalog).equals(TypeFamily.of(to.get(), catalog));
  }

  private static void table(Change.TableDropped dropped, Context at, Findings findings) {
    Table table = dropped.table();
    if (!at.isOld(table) || !table.isComplete() || table.kind().isView() || RowsRead.of(table, at)
        || NameTaken.again(table, at)) {
      return;
    }
    TablesAlike alike = new TablesAlike(at.before().catalog());
    List<Table> going = going(at);
    List<Table> coming = at.migration().stream().filter(Change.TableCreated.class::isInstance)
        .map(Change.TableCreated.class::cast).map(Change.TableCreated::table)
        .filter(made -> made.isComplete() && !made.name().equals(table.name()) && !made.isTemporary())
        .filter(made -> at.day().before().catalog().table(made.schema(), made.name()).isEmpty())
        .filter(made -> !made.kind().isView()).toList();
    alike.most(table, coming).filter(made -> alike.most(made, going).filter(table::equals).isPresent())
        .ifPresent(made -> report(dropped, made, findings));
  }

  /** One table can take the place of one. */
  private static List<Table> going(Context at) {
    return at.migration().stream().filter(Change.TableDropped.class::isInstance).map(Change.TableDropped.class::cast)
        .map(Change.TableDropped::table).toList();
  }

  private static void report(Change.TableDropped dropped, Table made, Findings findings) {
    Table table = dropped.table();
    findings.report(dropped.span()).about(Subject.of(table))
        .says("`%s` goes and `%s` comes empty with the same columns: if that is a rename, the rows are lost",
            table.displayName(), made.displayName())
        .related(made.origin().place(), "`%s` is made here", made.displayName())
        .instead(new Advice(Advice.Kind.STAGED, List.of(
            new Advice.Step("best", List.of("-- keep the name in the database and map it in the code (Prisma: @@map(\""
                + table.name() + "\"))")),
            new Advice.Step("or, with the code stopped", List.of(SqlPrinter.print(Compose.renameTable(
                Compose.object(table.schema(), table.name()), made.name())))))));
  }
}
