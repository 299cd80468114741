package dev.ddlint.catalog;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** Copies indexes and keys for LIKE ... INCLUDING INDEXES. */
final class LikeFold {
  private final Draft draft;

  LikeFold(Draft draft) {
    this.draft = draft;
  }

  void copyIndexes(Table from, ObjectId to, Span span) {
    for (Index index : draft.catalog().indexesOf(from)) {
      copy(from, index, to, span);
    }
  }

  private void copy(Table from, Index index, ObjectId to, Span span) {
    Table table = draft.current(to);
    List<Index.Key> keys = index.keys().stream().map(key -> new Index.Key(
        key.column().flatMap(from::column).flatMap(c -> table.column(c.name())).map(Column::number), key.expression(),
        key.operatorClass(), key.collation(), key.descending(), key.nulls(), List.of())).toList();
    List<String> names = keys.stream()
        .map(key -> key.column().flatMap(table::column).map(Column::name).orElse("expr")).toList();
    Optional<Constraint.Key> kept = from.constraints(Constraint.Key.class).stream()
        .filter(key -> key.index().equals(index.id())).findFirst();
    boolean primary = kept.filter(Constraint.Key::primary).isPresent();
    String label = primary ? "pkey" : kept.isPresent() ? "key" : "idx";
    String name = GeneratedNames.choose(table.name(), primary ? "" : GeneratedNames.join(names), label,
        n -> draft.isTaken(table.schema(), n));
    Optional<ObjectId> constraint = kept.map(key -> draft.newId());
    Index copy = new Index(draft.newId(), to, table.schema(), name, index.unique(), index.method(), keys, List.of(),
        index.predicate(), index.nullsNotDistinct(), true, constraint, draft.origin(span));
    draft.put(copy);
    Table longer = table.withIndexes(ConstraintFold.plus(table.indexes(), copy.id()));
    if (kept.isPresent()) {
      List<Integer> columns = copy.columns().orElse(List.of());
      longer = longer.withConstraints(ConstraintFold.plus(longer.constraints(), new Constraint.Key(
          constraint.orElseThrow(), name, primary, columns, copy.id(), kept.get().deferral(), copy.nullsNotDistinct(),
          draft.origin(span))));
    }
    draft.put(longer);
  }
}
