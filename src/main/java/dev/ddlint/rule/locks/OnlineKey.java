package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.ColumnAdded;
import dev.ddlint.catalog.Change.ConstraintDropped;
import dev.ddlint.catalog.Change.Form;
import dev.ddlint.catalog.Change.KeyAdded;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.Context;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a table in use gets a primary key or unique constraint: its index is built first, without blocking. */
final class OnlineKey {
  private final KeyAdded added;
  private final Context at;
  private final List<ColumnAdded> brought;
  private final List<Advice.Step> steps = new ArrayList<>();

  private OnlineKey(KeyAdded added, Context at) {
    this.added = added;
    this.at = at;
    this.brought = brought(added, at);
  }

  static Advice advice(KeyAdded added, Context at) {
    boolean overlaps = added.clause().filter(TableConstraint.Unique::withoutOverlaps).isPresent();
    if (overlaps) {
      return new Advice(Advice.Kind.NONE, List.of());
    }
    return added.table().kind() == Table.Kind.PARTITIONED
        ? PartitionedKey.advice(added, at)
        : new OnlineKey(added, at).plan();
  }

  private Advice plan() {
    boolean withColumn = added.form() == Form.ADD_COLUMN || !brought.isEmpty();
    if (brought.isEmpty()) {
      ColumnAlone.without(added.span(), at).ifPresent(column -> steps.add(step("in this migration", column)));
    } else {
      steps.add(new Advice.Step("in this migration",
          brought.stream().flatMap(column -> RewritingColumnAdd.unfilled(column).stream()).toList()));
    }
    if (withColumn && added.key().primary()) {
      steps.add(step("deploy", "-- write the column, and fill the old rows in batches"));
    }
    List<OnlineNotNull> proofs = nullable().stream().map(name -> new OnlineNotNull(added.table(), name, at)).toList();
    if (!proofs.isEmpty()) {
      steps.add(new Advice.Step(withColumn ? "then" : "in this migration",
          proofs.stream().map(OnlineNotNull::check).toList()));
    }
    if (!added.usingIndex()) {
      steps.add(step(at.transaction().wayOut(), SqlPrinter.print(index(added, added.table(), indexName()))));
    }
    List<String> last = new ArrayList<>();
    proofs.forEach(proof -> last.addAll(proof.use()));
    last.add(SqlPrinter.print(Compose.alter(Compose.object(added.table().schema(), added.table().name()), change())));
    steps.add(new Advice.Step(at.transaction().next(), last));
    boolean staged = withColumn && added.key().primary();
    return new Advice(staged ? Advice.Kind.STAGED : Advice.Kind.SAME_END, List.copyOf(steps));
  }

  /** The columns that the same statement adds, each in a clause of its own or so that the table is written anew. */
  private static List<ColumnAdded> brought(KeyAdded added, Context at) {
    return at.step().changes().stream().filter(ColumnAdded.class::isInstance).map(ColumnAdded.class::cast)
        .filter(column -> column.table().id().equals(added.table().id())
            && added.key().columns().contains(column.column().number())
            && (added.form() == Form.ADD_CONSTRAINT || at.step().effects(column).work().rewrites()))
        .toList();
  }

  /** The old primary key, if the statement drops it, stays until the new one takes its place. */
  private TableAction[] change() {
    Stream<TableAction> old = at.step().changes().stream().filter(ConstraintDropped.class::isInstance)
        .map(ConstraintDropped.class::cast)
        .filter(dropped -> added.key().primary() && dropped.table().id().equals(added.table().id())
            && dropped.constraint().filter(c -> c instanceof Constraint.Key key && key.primary()).isPresent())
        .map(dropped -> Compose.dropConstraint(dropped.name()));
    TableAction key = Compose.keyUsingIndex(added.key().name(), added.key().primary(), indexName(),
        added.key().deferral());
    return Stream.concat(old, Stream.of(key)).toArray(TableAction[]::new);
  }

  private static Advice.Step step(String when, String line) {
    return new Advice.Step(when, List.of(line));
  }

  private String indexName() {
    return added.clause().flatMap(TableConstraint.Unique::usingIndex).map(Identifier::name).orElseGet(this::freeName);
  }

  /** The constraint's own name, which the index gets in the end, may still be another's when it is built. */
  private String freeName() {
    String name = added.key().name();
    boolean taken = at.day().before().catalog().relation(added.table().schema(), name).isPresent();
    return taken ? Names.chosen(name, "new") : name;
  }

  /** The columns that a primary key makes NOT NULL. */
  private List<String> nullable() {
    return added.key().primary()
        ? added.key().columns().stream().flatMap(number -> added.table().column(number).stream())
            .filter(column -> !column.notNull() || isNew(column)).map(Column::name).toList()
        : List.of();
  }

  private boolean isNew(Column column) {
    return added.form() == Form.ADD_COLUMN
        || brought.stream().anyMatch(other -> other.column().number() == column.number());
  }

  /** The index that keeps the constraint, built CONCURRENTLY. */
  static CreateIndex index(KeyAdded added, Table table, String name) {
    CreateIndex plain = Compose.concurrentIndex(name, Compose.object(table.schema(), table.name()), true,
        added.table().names(added.key().columns()));
    return new CreateIndex(plain.name(), plain.table(), true, true, false, false, plain.method(), plain.keys(),
        added.clause().map(TableConstraint.Unique::include).orElse(List.of()), added.key().nullsNotDistinct(),
        Optional.empty(), List.of(), Optional.empty(), Span.NONE, Span.NONE);
  }
}
