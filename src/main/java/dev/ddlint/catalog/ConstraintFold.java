package dev.ddlint.catalog;

import dev.ddlint.catalog.Change.Form;
import dev.ddlint.catalog.ConstraintClauses.Clause;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.IndexKey;
import dev.ddlint.ir.Reference;
import dev.ddlint.ir.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds constraints, with the names and indexes that PostgreSQL gives them. */
final class ConstraintFold {
  private final Draft draft;
  private final boolean only;

  ConstraintFold(Draft draft) {
    this(draft, false);
  }

  /** @param only whether partitions get no copies of what an index keeps */
  ConstraintFold(Draft draft, boolean only) {
    this.draft = draft;
    this.only = only;
  }

  /** Adds what CREATE TABLE or ADD COLUMN says, on its columns and beside them. */
  void addAll(ObjectId table, List<ColumnDefinition> columns, List<TableConstraint> constraints, Form form) {
    ConstraintClauses.of(columns, constraints).forEach(clause -> add(table, clause, form));
  }

  void add(ObjectId table, Clause clause, Form form) {
    switch (clause.constraint()) {
      case TableConstraint.Unique c -> new KeyFold(draft, only).add(table, c, form, clause.onColumn());
      case TableConstraint.ForeignKey c -> addForeignKey(table, c, form, clause.onColumn());
      case TableConstraint.Check c -> addCheck(table, c, form);
      case TableConstraint.Exclusion c -> addExclusion(table, c, form);
      case TableConstraint.NotNull c -> addNotNull(table, c, form);
    }
  }

  // ---- foreign keys

  private void addForeignKey(ObjectId id, TableConstraint.ForeignKey clause, Form form, boolean onColumn) {
    Table target = draft.tableOrMentioned(clause.reference().table());
    List<Integer> columns = new ColumnFold(draft).numbers(draft.current(id), clause.columns());
    List<Integer> targetColumns = targetColumns(draft.current(target), clause.reference());
    Table table = draft.current(id);
    String name = clause.name().map(Identifier::name).orElseGet(() -> constraintName(draft.current(id),
        GeneratedNames.join(clause.columns().stream().map(Identifier::name).toList()), "fkey"));
    Reference reference = clause.reference();
    Constraint.ForeignKey key = new Constraint.ForeignKey(draft.newId(), name, columns, target.id(), targetColumns,
        reference.onDelete(), reference.onUpdate(), isChecked(clause.notValid(), clause.notEnforced(), form),
        !clause.notEnforced(),
        draft.origin(clause.span()));
    draft.put(table.withConstraints(plus(table.constraints(), key)));
    draft.add(new Change.ForeignKeyAdded(table, key, draft.current(target), form,
        onColumn ? Optional.empty() : Optional.of(clause), clause.span()));
    new PartitionFold(draft).spread(draft.current(id), key);
  }

  /** NOT VALID says nothing on a table without rows. */
  private static boolean isChecked(boolean notValid, boolean notEnforced, Form form) {
    return !notEnforced && (!notValid || form == Form.CREATE_TABLE);
  }

  private List<Integer> targetColumns(Table target, Reference reference) {
    if (!reference.columns().isEmpty()) {
      return new ColumnFold(draft).numbers(target, reference.columns());
    }
    return target.primaryKey().map(Constraint.Key::columns).orElse(List.of());
  }

  private String constraintName(Table table, String columns, String label) {
    return GeneratedNames.choose(table.name(), columns, label, name -> draft.isConstraintTaken(table.schema(), name));
  }

  // ---- checks, exclusion, not null

  private void addCheck(ObjectId id, TableConstraint.Check clause, Form form) {
    Table table = draft.current(id);
    List<Integer> columns = draft.columnsIn(table, clause.condition());
    String name = clause.name().map(Identifier::name).orElseGet(() -> constraintName(table,
        columns.size() == 1 ? table.names(columns).get(0) : "", "check"));
    Constraint.Check check = new Constraint.Check(draft.newId(), name, clause.condition(), columns,
        isChecked(clause.notValid(), clause.notEnforced(), form), clause.noInherit(), draft.origin(clause.span()));
    draft.put(table.withConstraints(plus(table.constraints(), check)));
    draft.add(new Change.CheckAdded(table, check, form, clause.span()));
    new PartitionFold(draft).spread(draft.current(id), check);
  }

  private void addExclusion(ObjectId id, TableConstraint.Exclusion clause, Form form) {
    Table table = draft.current(id);
    List<IndexKey> elements = clause.elements().stream().map(TableConstraint.Exclusion.Element::key).toList();
    List<Index.Key> keys = new IndexFold(draft).keys(table, elements);
    List<String> columnNames = IndexNames.of(elements, clause.include());
    String name = clause.name().map(Identifier::name).orElseGet(() -> GeneratedNames.choose(table.name(),
        GeneratedNames.join(columnNames), "excl",
        n -> draft.isKeyTaken(table.schema(), n)));
    ObjectId exclusion = draft.newId();
    Index index = new Index(draft.newId(), id, table.schema(), name, false, clause.method(), keys,
        new ColumnFold(draft).numbers(table, clause.include()), columnNames, clause.predicate(), false, true,
        Optional.of(exclusion), draft.origin(clause.span()));
    draft.put(index);
    List<Integer> columns = keys.stream().flatMap(key -> key.column().stream()).toList();
    Constraint.Exclusion constraint = new Constraint.Exclusion(exclusion, name, columns, index.id(),
        definition(clause), clause.predicate(), draft.origin(clause.span()));
    draft.put(
        table.withIndexes(plus(table.indexes(), index.id())).withConstraints(plus(table.constraints(), constraint)));
    draft.add(new Change.ExclusionAdded(table, constraint, form, clause.span()));
    if (!only) {
      new PartitionFold(draft).spread(draft.current(id), constraint);
    }
  }

  private static String definition(TableConstraint.Exclusion clause) {
    List<String> parts = clause.elements().stream()
        .map(element -> element.key().column().map(Identifier::name)
            .orElseGet(() -> element.key().expression().map(Expression::text).orElse("")) + " WITH "
            + element.operator())
        .toList();
    return "EXCLUDE USING " + clause.method() + " (" + String.join(", ", parts) + ")";
  }

  private void addNotNull(ObjectId id, TableConstraint.NotNull clause, Form form) {
    Table table = draft.current(id);
    Optional<Column> column = table.column(clause.column().name());
    boolean checked = isChecked(clause.notValid(), false, form);
    Constraint.NotNull constraint = new Constraint.NotNull(draft.newId(),
        clause.name().map(Identifier::name)
            .orElseGet(() -> constraintName(table, clause.column().name(), "not_null")),
        column.map(c -> List.of(c.number())).orElse(List.of()), checked, draft.origin(clause.span()));
    Table longer = table.withConstraints(plus(table.constraints(), constraint));
    draft.put(checked && column.isPresent()
        ? longer.withColumn(column.get().number(), c -> c.withNotNull(true, draft.origin(clause.span())))
        : longer);
    if (checked) {
      new NotNullFold(draft).spread(table, clause.column().name(), draft.origin(clause.span()));
    }
    if (form == Form.ADD_CONSTRAINT) {
      draft.add(checked
          ? new Change.NotNullSet(table, clause.column().name(), column, clause.span())
          : new Change.NotNullConstraintAdded(table, constraint, clause.span()));
    }
  }

  static <E> List<E> plus(List<E> list, E element) {
    List<E> longer = new ArrayList<>(list);
    longer.add(element);
    return List.copyOf(longer);
  }
}
