package dev.ddlint.catalog;

import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.IndexKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes indexes. */
final class IndexFold {
  private final Draft draft;

  IndexFold(Draft draft) {
    this.draft = draft;
  }

  void create(CreateIndex statement) {
    Table table = draft.tableOrMentioned(statement.table());
    if (statement.name().filter(name -> !isFree(table.schema(), name.name(), statement.ifNotExists())).isPresent()) {
      return;
    }
    List<Index.Key> keys = keys(table, statement.keys());
    List<Integer> include = new ColumnFold(draft).numbers(table, statement.include());
    List<String> columnNames = IndexNames.of(statement.keys(), statement.include());
    String name = statement.name().map(Identifier::name).orElseGet(() -> GeneratedNames.choose(table.name(),
        GeneratedNames.join(columnNames), "idx",
        n -> draft.isTaken(table.schema(), n)));
    boolean partsMissing = statement.only() && table.kind() == Table.Kind.PARTITIONED && hasPartitions(table);
    Index index = new Index(draft.newId(), table.id(), table.schema(), name, statement.unique(), statement.method(),
        keys,
        include, columnNames, statement.predicate(), statement.nullsNotDistinct(), !partsMissing, Optional.empty(),
        draft.origin(statement.span()));
    Table before = draft.current(table);
    draft.put(index);
    draft.put(before.withIndexes(ConstraintFold.plus(before.indexes(), index.id())));
    draft.add(new Change.IndexBuilt(before, index, statement, statement.span()));
    if (!statement.only()) {
      new PartitionFold(draft).spread(before, index);
    }
  }

  /** The server refuses a name that is taken; an index that dynamic SQL may have dropped gives way. */
  private boolean isFree(String schema, String name, boolean ifNotExists) {
    Optional<Index> there = draft.catalog().relation(schema, name).flatMap(draft.catalog()::index);
    boolean uncertain = there.flatMap(index -> draft.catalog().table(index.table()))
        .filter(draft.catalog()::isUncertain).isPresent();
    if (uncertain && !ifNotExists && !draft.isConditional() && there.get().constraint().isEmpty()) {
      draft.contents().remove(there.get());
    }
    return !draft.isTaken(schema, name);
  }

  private boolean hasPartitions(Table table) {
    return !draft.catalog().heirs(table).isEmpty();
  }

  List<Index.Key> keys(Table table, List<IndexKey> written) {
    List<Index.Key> keys = new ArrayList<>();
    for (IndexKey key : written) {
      Optional<Integer> column = key.column()
          .flatMap(name -> new ColumnFold(draft).numbers(table, List.of(name)).stream().findFirst());
      Optional<Expression> expression = key.expression();
      List<Integer> references = expression.map(e -> draft.columnsIn(draft.current(table), e)).orElse(List.of());
      if (column.isPresent() || expression.isPresent()) {
        keys.add(new Index.Key(column, expression, key.operatorClass(), key.collation(), key.descending(), key.nulls(),
            references));
      }
    }
    return List.copyOf(keys);
  }
}
