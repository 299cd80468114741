package dev.ddlint.catalog;

import dev.ddlint.catalog.Change.Form;
import dev.ddlint.ir.ColumnConstraint;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.IndexKey;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Reference;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds constraints, with the names and indexes that PostgreSQL gives them. */
final class ConstraintFold {
  private final Draft draft;

  ConstraintFold(Draft draft) {
    this.draft = draft;
  }

  /** Adds what is written on a column; keys first, as PostgreSQL does it, then checks, then foreign keys. */
  void addColumnConstraints(ObjectId table, Column column, List<ColumnConstraint> constraints, Form form) {
    for (ColumnConstraint constraint : constraints) {
      if (constraint instanceof ColumnConstraint.Unique unique) {
        addKey(table, new TableConstraint.Unique(unique.name(), unique.primary(), List.of(named(column, unique.span())),
            List.of(), unique.nullsNotDistinct(), false, Optional.empty(), unique.deferral(), unique.span()), form,
            Optional.empty());
      }
    }
    for (ColumnConstraint constraint : constraints) {
      if (constraint instanceof ColumnConstraint.Check check) {
        addCheck(table, check.name(), check.condition(), !check.notEnforced(), check.noInherit(), form, check.span());
      } else if (constraint instanceof ColumnConstraint.References references) {
        addForeignKey(table,
            new TableConstraint.ForeignKey(references.name(), List.of(named(column, references.span())),
                references.reference(), false, references.deferral(), references.notEnforced(), false,
                references.span()),
            form, Optional.empty());
      }
    }
  }

  private static Identifier named(Column column, Span span) {
    return new Identifier(column.name(), span);
  }

  void add(ObjectId table, TableConstraint constraint, Form form) {
    switch (constraint) {
      case TableConstraint.Unique c -> addKey(table, c, form, Optional.of(c));
      case TableConstraint.ForeignKey c -> addForeignKey(table, c, form, Optional.of(c));
      case TableConstraint.Check c ->
        addCheck(table, c.name(), c.condition(), !c.notValid() && !c.notEnforced(), c.noInherit(), form, c.span());
      case TableConstraint.Exclusion c -> addExclusion(table, c, form);
      case TableConstraint.NotNull c -> addNotNull(table, c);
    }
  }

  // ---- primary key and unique

  private void addKey(ObjectId id, TableConstraint.Unique clause, Form form, Optional<TableConstraint.Unique> written) {
    Table table = draft.current(id);
    if (clause.usingIndex().isPresent()) {
      addKeyUsingIndex(table, clause, form, written);
      return;
    }
    List<Integer> columns = numbers(table, clause.columns());
    List<Integer> include = numbers(table, clause.include());
    String name = clause.name().map(Identifier::name).orElseGet(() -> keyName(table, clause));
    ObjectId key = draft.newId();
    Index index = new Index(draft.newId(), id, table.schema(), name, true, "btree", plainKeys(columns),
        include, Optional.empty(), clause.nullsNotDistinct(), true, Optional.of(key),
        draft.origin(clause.span()));
    draft.put(index);
    finishKey(draft.current(id), clause, form, written,
        new Constraint.Key(key, name, clause.primary(), columns, index.id(),
            clause.deferral(), clause.nullsNotDistinct(), draft.origin(clause.span())),
        index);
  }

  private void addKeyUsingIndex(Table table, TableConstraint.Unique clause, Form form,
      Optional<TableConstraint.Unique> written) {
    Identifier using = clause.usingIndex().orElseThrow();
    Optional<Index> found = draft.catalog().relation(table.schema(), using.name()).flatMap(draft.catalog()::index);
    String name = clause.name().map(Identifier::name).orElse(using.name());
    ObjectId key = draft.newId();
    Index index = found.map(i -> renamed(i, name).withConstraint(key)).orElseGet(
        () -> new Index(draft.newId(), table.id(), table.schema(), name, true, "btree", List.of(), List.of(),
            Optional.empty(), false, true, Optional.of(key), draft.origin(clause.span())));
    draft.put(index);
    finishKey(draft.current(table), clause, form, written, new Constraint.Key(key, name, clause.primary(),
        index.columns().orElse(List.of()), index.id(), clause.deferral(), index.nullsNotDistinct(),
        draft.origin(clause.span())), index);
  }

  private Index renamed(Index index, String name) {
    return index.withName(index.schema(), name);
  }

  private void finishKey(Table before, TableConstraint.Unique clause, Form form,
      Optional<TableConstraint.Unique> written,
      Constraint.Key key, Index index) {
    Table table = before;
    if (!table.indexes().contains(index.id())) {
      table = table.withIndexes(plus(table.indexes(), index.id()));
    }
    table = table.withConstraints(plus(table.constraints(), key));
    if (key.primary()) {
      for (int number : key.columns()) {
        table = table.withColumn(number, c -> c.notNull() ? c : c.withNotNull(true, draft.origin(clause.span())));
      }
    }
    draft.put(table);
    draft.add(new Change.KeyAdded(before, key, form, clause.usingIndex().isPresent(), written, clause.span()));
  }

  private String keyName(Table table, TableConstraint.Unique clause) {
    String columns = clause.primary()
        ? ""
        : GeneratedNames.join(clause.columns().stream().map(Identifier::name).toList());
    return GeneratedNames.choose(table.name(), columns, clause.primary() ? "pkey" : "key",
        name -> draft.isTaken(table.schema(), name));
  }

  static List<Index.Key> plainKeys(List<Integer> columns) {
    return columns.stream().map(c -> new Index.Key(Optional.of(c), Optional.empty(), Optional.empty(), Optional.empty(),
        false, Optional.empty(), List.of())).toList();
  }

  // ---- foreign keys

  private void addForeignKey(ObjectId id, TableConstraint.ForeignKey clause, Form form,
      Optional<TableConstraint.ForeignKey> written) {
    Table target = draft.tableOrMentioned(clause.reference().table());
    Table table = draft.current(id);
    List<Integer> columns = numbers(table, clause.columns());
    table = draft.current(id);
    List<Integer> targetColumns = targetColumns(target, clause.reference());
    String name = clause.name().map(Identifier::name).orElseGet(() -> constraintName(draft.current(id),
        GeneratedNames.join(clause.columns().stream().map(Identifier::name).toList()), "fkey"));
    Reference reference = clause.reference();
    Constraint.ForeignKey key = new Constraint.ForeignKey(draft.newId(), name, columns, target.id(), targetColumns,
        reference.onDelete(), reference.onUpdate(), !clause.notValid(), !clause.notEnforced(),
        draft.origin(clause.span()));
    draft.put(table.withConstraints(plus(table.constraints(), key)));
    draft.add(new Change.ForeignKeyAdded(table, key, draft.current(target), form, written, clause.span()));
  }

  private List<Integer> targetColumns(Table target, Reference reference) {
    if (!reference.columns().isEmpty()) {
      return numbers(target, reference.columns());
    }
    return target.primaryKey().map(Constraint.Key::columns).orElse(List.of());
  }

  private String constraintName(Table table, String columns, String label) {
    return GeneratedNames.choose(table.name(), columns, label, name -> table.constraint(name).isPresent());
  }

  // ---- checks, exclusion, not null

  private void addCheck(ObjectId id, Optional<Identifier> written, Expression condition, boolean validated,
      boolean noInherit, Form form, Span span) {
    Table table = draft.current(id);
    List<Integer> columns = draft.columnsIn(table, condition);
    String name = written.map(Identifier::name).orElseGet(() -> constraintName(table,
        columns.size() == 1 ? table.names(columns).get(0) : "", "check"));
    Constraint.Check check = new Constraint.Check(draft.newId(), name, condition, columns, validated, noInherit,
        draft.origin(span));
    draft.put(table.withConstraints(plus(table.constraints(), check)));
    draft.add(new Change.CheckAdded(table, check, form, span));
  }

  private void addExclusion(ObjectId id, TableConstraint.Exclusion clause, Form form) {
    Table table = draft.current(id);
    List<IndexKey> elements = clause.elements().stream().map(TableConstraint.Exclusion.Element::key).toList();
    List<Index.Key> keys = new IndexFold(draft).keys(table, elements);
    String name = clause.name().map(Identifier::name).orElseGet(() -> GeneratedNames.choose(table.name(),
        GeneratedNames.join(IndexFold.keyNames(elements)), "excl", n -> draft.isTaken(table.schema(), n)));
    ObjectId exclusion = draft.newId();
    Index index = new Index(draft.newId(), id, table.schema(), name, false, clause.method(), keys, List.of(),
        clause.predicate(), false, true, Optional.of(exclusion), draft.origin(clause.span()));
    draft.put(index);
    List<Integer> columns = keys.stream().flatMap(key -> key.column().stream()).toList();
    Constraint.Exclusion constraint = new Constraint.Exclusion(exclusion, name, columns, index.id(),
        definition(clause), clause.predicate(), draft.origin(clause.span()));
    draft.put(
        table.withIndexes(plus(table.indexes(), index.id())).withConstraints(plus(table.constraints(), constraint)));
    draft.add(new Change.ExclusionAdded(table, constraint, form, clause.span()));
  }

  private static String definition(TableConstraint.Exclusion clause) {
    List<String> parts = clause.elements().stream()
        .map(element -> element.key().column().map(Identifier::name)
            .orElseGet(() -> element.key().expression().map(Expression::text).orElse("")) + " WITH "
            + element.operator())
        .toList();
    return "EXCLUDE USING " + clause.method() + " (" + String.join(", ", parts) + ")";
  }

  private void addNotNull(ObjectId id, TableConstraint.NotNull clause) {
    Table table = draft.current(id);
    Optional<Column> column = table.column(clause.column().name());
    if (clause.notValid()) {
      Constraint.NotNull constraint = new Constraint.NotNull(draft.newId(),
          clause.name().map(Identifier::name)
              .orElseGet(() -> constraintName(table, clause.column().name(), "not_null")),
          column.map(c -> List.of(c.number())).orElse(List.of()), false, draft.origin(clause.span()));
      draft.put(table.withConstraints(plus(table.constraints(), constraint)));
      draft.add(new Change.NotNullConstraintAdded(table, constraint, clause.span()));
      return;
    }
    column
        .ifPresent(c -> draft.put(table.withColumn(c.number(), x -> x.withNotNull(true, draft.origin(clause.span())))));
    draft.add(new Change.NotNullSet(table, clause.column().name(), column, clause.span()));
  }

  // ---- columns

  /**
   * The numbers of columns named; those that the table is not known to have are added to a table that is not known
   * whole, and left out elsewhere: the server would refuse the statement.
   */
  List<Integer> numbers(Table table, List<Identifier> names) {
    List<Integer> numbers = new ArrayList<>();
    Table current = draft.current(table);
    for (Identifier name : names) {
      Optional<Column> column = current.column(name.name());
      if (column.isEmpty() && !current.isComplete()) {
        current = new ColumnFold(draft).mention(current, name);
        column = current.column(name.name());
      }
      column.ifPresent(c -> numbers.add(c.number()));
    }
    return List.copyOf(numbers);
  }

  static <E> List<E> plus(List<E> list, E element) {
    List<E> longer = new ArrayList<>(list);
    longer.add(element);
    return List.copyOf(longer);
  }
}
