package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Change.ColumnDropped;
import dev.ddlint.catalog.Change.ConstraintDropped;
import dev.ddlint.catalog.Change.IndexDropped;
import dev.ddlint.catalog.Change.NotNullDropped;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Constraint.Key;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.ScopeClass;
import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.ReferentialAction;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What keeps a table's rows with their tenants goes, while the table stays. */
@Rule("tenant-key-dropped")
@Concerns(Effect.TENANCY)
@On({ColumnDropped.class,
    ConstraintDropped.class,
    IndexDropped.class,
    NotNullDropped.class})
@TakesIn({"tenant-column-nullable",
    "tenant-column-without-foreign-key",
    "drop-column",
    "drop-not-null",
    "dropped-foreign-key-index"})
public final class TenantKeyDropped implements ChangeRule<Change> {

  /** One change to a table that holds the tenant. */
  private record Loss(TenantModel model, Table table, Column key, Catalog end, Span span, Findings findings) {

    private Optional<Table> after() {
      return end.table(table.id());
    }

    private Findings.Report report(ObjectPath object, String headline, String why) {
      return findings.report(span).about(object).says(headline, table.displayName(), key.name()).fact("why", why);
    }
  }

  @Override
  public void check(Change change, Context at, Findings findings) {
    Optional<Table> table = switch (change) {
      case Change.OfTable c -> Optional.of(c.table());
      case IndexDropped c -> c.table();
      default -> Optional.empty();
    };
    Catalog end = at.day().after().catalog();
    table.filter(t -> !at.isNew(t))
        .filter(t -> losing(change, t, end).filter(column -> at.day().possibleKeys().has(column)).isPresent())
        .ifPresent(t -> at.tenants().model().ifPresent(model -> KeyColumns.key(t, model)
            .ifPresent(key -> check(change, new Loss(model, t, key, end, change.span(), findings)))));
  }

  /** The column that loses something for good; who the tenants are is asked behind that, since it takes long. */
  private static Optional<String> losing(Change change, Table table, Catalog end) {
    return end.table(table.id()).flatMap(after -> switch (change) {
      case ColumnDropped c -> Optional.of(c.name()).filter(name -> after.column(name).isEmpty());
      case NotNullDropped c -> Optional.of(c.name())
          .filter(name -> after.column(name).filter(column -> !column.notNull()).isPresent());
      case ConstraintDropped c -> c.constraint().flatMap(constraint -> losing(constraint, table, after, end));
      case IndexDropped c -> c.index().flatMap(Index::columns).flatMap(columns -> unled(columns, table, after, end));
      default -> Optional.empty();
    });
  }

  private static Optional<String> losing(Constraint constraint, Table table, Table after, Catalog end) {
    return switch (constraint) {
      case ForeignKey foreign when foreign.columns().size() == 1 ->
        table.column(foreign.columns().get(0)).map(Column::name);
      case Key key -> unled(key.columns(), table, after, end);
      default -> Optional.empty();
    };
  }

  /** The first of the columns, if no index begins with it any more. */
  private static Optional<String> unled(List<Integer> columns, Table table, Table after, Catalog end) {
    return columns.stream().limit(1).flatMap(number -> table.column(number).stream())
        .flatMap(first -> after.column(first.name()).stream())
        .filter(first -> !new KeyIndexes(end, after).lead(first)).map(Column::name).findFirst();
  }

  private static void check(Change change, Loss loss) {
    Table after = loss.after().orElseThrow();
    switch (change) {
      case ColumnDropped c when c.name().equals(loss.key().name()) -> column(loss, after);
      case NotNullDropped c when c.name().equals(loss.key().name()) -> nullable(loss, after);
      case ConstraintDropped c -> c.constraint().ifPresent(constraint -> constraint(constraint, loss, after));
      case IndexDropped c -> c.index().filter(index -> isLeading(index.columns().orElse(List.of()), loss))
          .ifPresent(index -> unled(Subject.of(index), loss, after));
      default -> {
      }
    }
  }

  private static void column(Loss loss, Table after) {
    if (after.column(loss.key().name()).isEmpty() && !leadsOn(loss, after)) {
      loss.report(Subject.column(loss.table(), loss.key().name()),
          "rows of `%s` lose their tenant: `%s` is dropped, the table stays",
          "no query, policy or export can tell any more whose a row is");
    }
  }

  /** Whether the rows still have a tenant: by required foreign keys, or by a key of another name. */
  private static boolean leadsOn(Loss loss, Table table) {
    return leadsOn(loss, table, new HashSet<>());
  }

  private static boolean leadsOn(Loss loss, Table table, Set<ObjectId> seen) {
    return seen.add(table.id())
        && (table.columns().stream().anyMatch(column -> loss.model().keys().contains(column.name()))
            || table.constraints(ForeignKey.class).stream().filter(key -> isRequired(key, table))
                .flatMap(key -> loss.end().table(key.target()).stream())
                .anyMatch(target -> isScoped(target, loss) || leadsOn(loss, target, seen)));
  }

  private static boolean isRequired(ForeignKey key, Table table) {
    return key.columns().stream().allMatch(number -> table.column(number).filter(Column::notNull).isPresent());
  }

  private static boolean isScoped(Table table, Loss loss) {
    return loss.model().is(table, ScopeClass.ROOT) || loss.model().is(table, ScopeClass.DIRECT)
        || loss.model().is(table, ScopeClass.INDIRECT) || loss.model().is(table, ScopeClass.UPPER);
  }

  private static void nullable(Loss loss, Table after) {
    if (after.column(loss.key().name()).filter(column -> !column.notNull()).isPresent()) {
      loss.report(Subject.column(loss.table(), loss.key().name()),
          "rows of `%s` may have no tenant from now on: `%s` becomes nullable",
          "a row without a tenant is seen by none, or by all, as each query happens to be written");
    }
  }

  private static void constraint(Constraint constraint, Loss loss, Table after) {
    if (constraint instanceof ForeignKey foreign && foreign.columns().contains(loss.key().number())
        && foreign.columns().size() == 1) {
      foreign(foreign, loss, after);
    } else if (constraint instanceof Key key && isLeading(key.columns(), loss)) {
      unled(Subject.constraint(loss.table(), key.name()), loss, after);
    }
  }

  private static void foreign(ForeignKey foreign, Loss loss, Table after) {
    Optional<Column> column = after.column(loss.key().name());
    boolean still = column.isEmpty() || after.constraints(ForeignKey.class).stream()
        .anyMatch(key -> key.columns().contains(column.get().number()));
    if (!still && loss.end().table(foreign.target()).isPresent()) {
      boolean cascades = foreign.onDelete() == ReferentialAction.CASCADE;
      loss.report(Subject.constraint(loss.table(), foreign.name()),
          "rows of `%s` may belong to a tenant that does not exist: the foreign key on `%s` is dropped",
          cascades
              ? "deleting a tenant no longer deletes these rows, and any value is taken for a tenant"
              : "any value is taken for a tenant")
          .related(loss.key().origin().place(), "`%s` is made here", loss.key().name());
    }
  }

  /** Whether an index leads with a required foreign key to rows that have a tenant: the rows are read by these. */
  private static boolean isReadByParent(Loss loss, Table after, KeyIndexes indexes) {
    return after.constraints(ForeignKey.class).stream()
        .filter(key -> key.columns().size() == 1 && isRequired(key, after))
        .filter(key -> loss.end().table(key.target()).filter(target -> leadsOn(loss, target)).isPresent())
        .flatMap(key -> after.column(key.columns().get(0)).stream())
        .anyMatch(column -> !column.name().equals(loss.key().name()) && indexes.lead(column));
  }

  private static boolean isLeading(List<Integer> columns, Loss loss) {
    return !columns.isEmpty() && columns.get(0) == loss.key().number();
  }

  private static void unled(ObjectPath object, Loss loss, Table after) {
    KeyIndexes indexes = new KeyIndexes(loss.end(), after);
    boolean served = after.column(loss.key().name())
        .map(column -> indexes.lead(column) || indexes.isReadOtherwise(column)).orElse(true);
    if (!served && !isReadByParent(loss, after, indexes)) {
      loss.report(object, "one tenant's query reads the rows of all in `%s`: no index begins with `%s` any more",
          "this was the last index that finds one tenant's rows");
    }
  }
}
