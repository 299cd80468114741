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
    boolean exists = statement.name().filter(name -> draft.isTaken(table.schema(), name.name())).isPresent();
    if (exists && statement.ifNotExists()) {
      return;
    }
    List<Index.Key> keys = keys(table, statement.keys());
    List<Integer> include = new ConstraintFold(draft).numbers(table, statement.include());
    String name = statement.name().map(Identifier::name).orElseGet(() -> GeneratedNames.choose(table.name(),
        GeneratedNames.join(keyNames(statement.keys())), "idx", n -> draft.isTaken(table.schema(), n)));
    boolean partsMissing = statement.only() && table.kind() == Table.Kind.PARTITIONED && hasPartitions(table);
    Index index = new Index(draft.newId(), table.id(), table.schema(), name, statement.unique(), statement.method(),
        keys,
        include, statement.predicate(), statement.nullsNotDistinct(), !partsMissing, Optional.empty(),
        draft.origin(statement.span()));
    Table before = draft.current(table);
    draft.put(index);
    draft.put(before.withIndexes(ConstraintFold.plus(before.indexes(), index.id())));
    draft.add(new Change.IndexBuilt(before, index, statement, statement.span()));
    if (!statement.only()) {
      new PartitionFold(draft).spread(before, index);
    }
  }

  private boolean hasPartitions(Table table) {
    return !draft.catalog().heirs(table).isEmpty();
  }

  List<Index.Key> keys(Table table, List<IndexKey> written) {
    List<Index.Key> keys = new ArrayList<>();
    for (IndexKey key : written) {
      Optional<Integer> column = key.column()
          .flatMap(name -> new ConstraintFold(draft).numbers(table, List.of(name)).stream().findFirst());
      Optional<Expression> expression = key.expression();
      List<Integer> references = expression.map(e -> draft.columnsIn(draft.current(table), e)).orElse(List.of());
      if (column.isPresent() || expression.isPresent()) {
        keys.add(new Index.Key(column, expression, key.operatorClass(), key.collation(), key.descending(), key.nulls(),
            references));
      }
    }
    return List.copyOf(keys);
  }

  /** The names that stand for the keys in a generated index name; an expression is named by its function or "expr". */
  static List<String> keyNames(List<IndexKey> keys) {
    List<String> names = new ArrayList<>();
    for (IndexKey key : keys) {
      String base = key.column().map(Identifier::name).orElseGet(() -> expressionName(key.expression().orElseThrow()));
      String name = base;
      for (int i = 1; names.contains(name); i++) {
        name = base + i;
      }
      names.add(name);
    }
    return names;
  }

  private static String expressionName(Expression expression) {
    return expression.text().endsWith(")") && !expression.text().startsWith("(")
        ? expression.functions().stream().findFirst().map(f -> f.substring(f.lastIndexOf('.') + 1)).orElse("expr")
        : "expr";
  }
}
