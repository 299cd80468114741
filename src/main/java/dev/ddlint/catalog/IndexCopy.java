package dev.ddlint.catalog;

import java.util.List;
import java.util.Optional;

/** Copies an index to another table that has its columns, with the constraint that it keeps. */
final class IndexCopy {
  private final Draft draft;
  private final Table from;
  private final Index index;

  IndexCopy(Draft draft, Table from, Index index) {
    this.draft = draft;
    this.from = from;
    this.index = index;
  }

  /** The constraint that the index keeps. */
  private Optional<Constraint> kept() {
    return from.constraints().stream().filter(c -> index.constraint().filter(c.id()::equals).isPresent()).findFirst();
  }

  /** Makes the copy under a name of its own. */
  Index to(Table table, boolean valid, Origin origin) {
    List<Index.Key> keys = index.keys().stream().map(key -> PartitionFold.mapped(from, key, table)).toList();
    List<Integer> include = PartitionFold.mapped(from, index.include(), table);
    Optional<Constraint> kept = kept();
    String name = name(table, kept);
    Optional<Constraint> constraint = kept.map(c -> constraint(c, name, table, origin));
    Index copy = new Index(constraint.map(IndexCopy::indexOf).orElseGet(draft::newId), table.id(), table.schema(), name,
        index.unique(), index.method(), keys, include, index.columnNames(), index.predicate(),
        index.nullsNotDistinct(), valid, constraint.map(Constraint::id), origin);
    draft.put(copy);
    Table longer = table.withIndexes(ConstraintFold.plus(table.indexes(), copy.id()));
    draft.put(constraint.map(c -> with(longer, c)).orElse(longer));
    return copy;
  }

  private String name(Table table, Optional<Constraint> kept) {
    String label = kept.map(IndexCopy::label).orElse("idx");
    String columns = label.equals("pkey") ? "" : GeneratedNames.join(index.columnNames());
    return GeneratedNames.choose(table.name(), columns, label,
        n -> kept.isPresent() ? draft.isKeyTaken(table.schema(), n) : draft.isTaken(table.schema(), n));
  }

  private static String label(Constraint kept) {
    return kept instanceof Constraint.Exclusion
        ? "excl"
        : kept instanceof Constraint.Key key && key.primary() ? "pkey" : "key";
  }

  private Constraint constraint(Constraint kept, String name, Table table, Origin origin) {
    List<Integer> columns = PartitionFold.mapped(from, kept.columns(), table);
    return switch (kept) {
      case Constraint.Key key -> new Constraint.Key(draft.newId(), name, key.primary(), columns, draft.newId(),
          key.deferral(), key.nullsNotDistinct(), origin);
      case Constraint.Exclusion exclusion -> new Constraint.Exclusion(draft.newId(), name, columns, draft.newId(),
          exclusion.definition(), exclusion.predicate(), origin);
      default -> throw new IllegalStateException("no index keeps " + kept.name());
    };
  }

  private static ObjectId indexOf(Constraint constraint) {
    return constraint instanceof Constraint.Exclusion exclusion
        ? exclusion.index()
        : ((Constraint.Key) constraint).index();
  }

  private static Table with(Table table, Constraint constraint) {
    return constraint instanceof Constraint.Key key
        ? KeyFold.withKey(table, key, key.origin())
        : table.withConstraints(ConstraintFold.plus(table.constraints(), constraint));
  }
}
