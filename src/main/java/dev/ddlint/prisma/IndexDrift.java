package dev.ddlint.prisma;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.prisma.Drift.Kind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the indexes of a table, unique constraints among them. */
record IndexDrift(Catalog migrations, Table there, Catalog schema, Table here, List<Drift> found) {
  private static final Set<String> METHODS = Set.of("btree", "hash", "gin", "gist", "spgist", "brin");

  void compare() {
    List<Index> left = new ArrayList<>(indexes(migrations, there));
    List<Index> unmatched = new ArrayList<>();
    for (Index index : IndexDiff.of(schema, here)) {
      if (!take(index, left, true) && !take(index, left, false)) {
        unmatched.add(index);
      }
    }
    unmatched.removeIf(index -> renamed(index, left));
    unmatched.stream().filter(this::isTold).forEach(index -> found.add(Drift.onlySchema(Kind.INDEX, name(),
        index.name(), index.origin().place())));
    left.stream().filter(index -> isExpressible(index) && !isOldKey(index))
        .forEach(index -> found.add(Drift.onlyMigrations(Kind.INDEX, name(),
            index.name(), index.origin().place(), here.origin().place())));
  }

  private String name() {
    return SchemaComparison.qualified(here.schema(), here.name());
  }

  /** Those of primary keys and exclusion constraints excepted. */
  private static List<Index> indexes(Catalog catalog, Table table) {
    return catalog.indexesOf(table).stream().filter(index -> index.constraint().isEmpty()
        || table.constraints(Constraint.Key.class).stream()
            .anyMatch(key -> !key.primary() && key.index().equals(index.id())))
        .toList();
  }

  /** Takes the equal index of the same name out of the list. */
  private boolean take(Index index, List<Index> left, boolean exact) {
    Iterator<Index> all = left.iterator();
    while (all.hasNext()) {
      Index other = all.next();
      if (other.name().equals(index.name()) && same(other, index, exact)) {
        all.remove();
        return true;
      }
    }
    return false;
  }

  /** An equal index under another name. */
  private boolean renamed(Index index, List<Index> left) {
    Optional<Index> other = left.stream().filter(o -> same(o, index, true)).findFirst()
        .or(() -> left.stream().filter(o -> same(o, index, false)).findFirst());
    other.ifPresent(o -> {
      left.remove(o);
      found.add(Drift.differs(Kind.NAME, name(), index.name(), index.origin().place(), o.origin().place(), o.name(),
          index.name()));
    });
    return other.isPresent();
  }

  /** @param exact with the same predicate; Prisma took a partial index for a plain one before it knew the former */
  private boolean same(Index sql, Index index, boolean exact) {
    boolean predicates = sql.predicate().isPresent() == index.predicate().isPresent()
        || !exact && index.predicate().isEmpty();
    return predicates && sql.unique() == index.unique() && sql.method().equals(index.method())
        && keys(there, sql).equals(keys(here, index)) && sameClasses(sql, index);
  }

  private static List<String> keys(Table table, Index index) {
    return index.keys().stream().map(key -> key.column().map(c -> table.names(List.of(c)).getFirst()).orElse("()")
        + (key.descending() ? " DESC" : "")).toList();
  }

  /** An operator class that is not written is the type's own, which may be the one that is. */
  private static boolean sameClasses(Index sql, Index index) {
    for (int i = 0; i < sql.keys().size(); i++) {
      Optional<String> a = sql.keys().get(i).operatorClass().map(IndexDrift::bare);
      Optional<String> b = index.keys().get(i).operatorClass().map(IndexDrift::bare);
      if (a.isPresent() && b.isPresent() && !a.equals(b)) {
        return false;
      }
    }
    return true;
  }

  private static String bare(String name) {
    return name.substring(name.lastIndexOf('.') + 1).replace("\"", "");
  }

  /** One over a column that is missing has its finding there. */
  private boolean isTold(Index index) {
    return there.isComplete() && index.columns().map(here::names)
        .filter(columns -> columns.stream().allMatch(c -> there.column(c).isPresent())).isPresent();
  }

  /** Before Prisma 6 the table of an implicit relation had this in place of a key. */
  private boolean isOldKey(Index index) {
    return index.unique() && here.name().startsWith("_") && there.names(index.columns().orElse(List.of()))
        .equals(List.of("A", "B"));
  }

  private boolean isExpressible(Index index) {
    boolean plain = index.keys().stream().allMatch(key -> key.column().isPresent() && key.collation().isEmpty()
        && key.nulls().isEmpty() && key.operatorClass().isEmpty());
    return plain && index.predicate().isEmpty() && index.include().isEmpty() && index.valid()
        && METHODS.contains(index.method()) && there.names(index.columns().orElse(List.of())).stream()
            .allMatch(c -> here.column(c).isPresent());
  }
}
