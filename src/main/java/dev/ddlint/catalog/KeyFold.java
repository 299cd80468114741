package dev.ddlint.catalog;

import dev.ddlint.catalog.Change.Form;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.TableConstraint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Adds primary keys and unique constraints, with their indexes. */
final class KeyFold {
  private final Draft draft;
  private final boolean only;

  /** @param only whether partitions are left out */
  KeyFold(Draft draft, boolean only) {
    this.draft = draft;
    this.only = only;
  }

  /** A second primary key is refused by the server: nothing is done. */
  void add(ObjectId id, TableConstraint.Unique clause, Form form, boolean onColumn) {
    Table table = draft.current(id);
    Optional<TableConstraint.Unique> written = onColumn ? Optional.empty() : Optional.of(clause);
    if (clause.primary() && table.primaryKey().isPresent()) {
      return;
    }
    if (clause.usingIndex().isPresent()) {
      addUsingIndex(table, clause, form, written);
      return;
    }
    List<Integer> columns = new ColumnFold(draft).numbers(table, clause.columns());
    List<Integer> include = new ColumnFold(draft).numbers(table, clause.include());
    String name = clause.name().map(Identifier::name).orElseGet(() -> name(table, clause));
    ObjectId key = draft.newId();
    Index index = new Index(draft.newId(), id, table.schema(), name, true,
        clause.withoutOverlaps() ? "gist" : "btree", plainKeys(columns),
        include, names(clause), Optional.empty(), clause.nullsNotDistinct(), !lacksParts(table), Optional.of(key),
        draft.origin(clause.span()));
    draft.put(index);
    finish(draft.current(id), clause, form, written,
        new Constraint.Key(key, name, clause.primary(), columns, index.id(),
            clause.deferral(), clause.nullsNotDistinct(), draft.origin(clause.span())),
        index);
  }

  private void addUsingIndex(Table table, TableConstraint.Unique clause, Form form,
      Optional<TableConstraint.Unique> written) {
    Identifier using = clause.usingIndex().orElseThrow();
    Optional<Index> found = draft.catalog().relation(table.schema(), using.name()).flatMap(draft.catalog()::index);
    boolean refused = found.isEmpty() && table.isComplete() && !draft.catalog().isUncertain(table);
    if (refused) {
      return;
    }
    String name = clause.name().map(Identifier::name).orElse(using.name());
    ObjectId key = draft.newId();
    Index index = found.map(i -> renamed(i, name).withConstraint(key)).orElseGet(
        () -> new Index(draft.newId(), table.id(), table.schema(), name, true, "btree", List.of(), List.of(), List.of(),
            Optional.empty(), false, true, Optional.of(key), draft.origin(clause.span())));
    draft.put(index);
    finish(draft.current(table), clause, form, written, new Constraint.Key(key, name, clause.primary(),
        index.columns().orElse(List.of()), index.id(), clause.deferral(), index.nullsNotDistinct(),
        draft.origin(clause.span())), index);
  }

  private boolean lacksParts(Table table) {
    return only && table.kind() == Table.Kind.PARTITIONED && !draft.catalog().heirs(table).isEmpty();
  }

  private static Index renamed(Index index, String name) {
    return index.withName(index.schema(), name);
  }

  private void finish(Table before, TableConstraint.Unique clause, Form form,
      Optional<TableConstraint.Unique> written,
      Constraint.Key key, Index index) {
    Table table = before;
    if (!table.indexes().contains(index.id())) {
      table = table.withIndexes(ConstraintFold.plus(table.indexes(), index.id()));
    }
    Origin at = draft.origin(clause.span());
    draft.put(withKey(form == Form.CREATE_TABLE ? saysNotNull(table, key, at) : table, key, at));
    draft.add(new Change.KeyAdded(before, key, form, clause.usingIndex().isPresent(), written, clause.span()));
    if (!only) {
      new PartitionFold(draft).spread(draft.current(before), key);
      spreadNotNull(draft.current(before), key);
    }
  }

  /** Heirs get the NOT NULL of a primary key's columns, though not the key. */
  private void spreadNotNull(Table table, Constraint.Key key) {
    for (int number : key.primary() ? key.columns() : List.<Integer>of()) {
      table.column(number).ifPresent(c -> new NotNullFold(draft).spread(table, c.name(), c.nullability()));
    }
  }

  /** A key that has a column twice is refused; where nothing allows for that, it is folded for the rule that tells of it. */
  boolean isRefused(TableConstraint constraint) {
    List<String> names = constraint instanceof TableConstraint.Unique key
        ? key.columns().stream().map(Identifier::name).toList()
        : List.of();
    return draft.isConditional() && Set.copyOf(names).size() < names.size();
  }

  /** A primary key that stands in CREATE TABLE says NOT NULL for columns of a parent too. */
  private static Table saysNotNull(Table table, Constraint.Key key, Origin at) {
    Table said = table;
    boolean inherits = key.primary() && !table.parents().isEmpty();
    for (int number : inherits ? key.columns() : List.<Integer>of()) {
      said = said.withColumn(number, c -> c.withNotNull(true, at));
    }
    return said;
  }

  /** A primary key makes its columns NOT NULL. */
  static Table withKey(Table table, Constraint.Key key, Origin origin) {
    Table longer = table.withConstraints(ConstraintFold.plus(table.constraints(), key));
    for (int number : key.primary() ? key.columns() : List.<Integer>of()) {
      longer = longer.withColumn(number, c -> c.notNull() ? c : c.withNotNull(true, origin));
    }
    return longer;
  }

  private String name(Table table, TableConstraint.Unique clause) {
    String columns = clause.primary()
        ? ""
        : GeneratedNames.join(names(clause));
    return GeneratedNames.choose(table.name(), columns, clause.primary() ? "pkey" : "key",
        name -> draft.isKeyTaken(table.schema(), name));
  }

  private static List<String> names(TableConstraint.Unique clause) {
    return IndexNames.of(Stream.concat(clause.columns().stream(), clause.include().stream()).toList());
  }

  static List<Index.Key> plainKeys(List<Integer> columns) {
    return columns.stream().map(c -> new Index.Key(Optional.of(c), Optional.empty(), Optional.empty(), Optional.empty(),
        false, Optional.empty(), List.of())).toList();
  }
}
