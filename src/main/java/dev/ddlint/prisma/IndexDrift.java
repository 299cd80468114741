package dev.ddlint.prisma;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.prisma.Drift.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the indexes of a table, unique constraints among them. */
record IndexDrift(Catalog migrations, Table there, Catalog schema, Table here, List<Drift> found) {
  private static final Set<String> METHODS = Set.of("btree", "hash", "gin", "gist", "spgist", "brin");

  void compare() {
    List<Index> sql = indexes(migrations, there);
    List<Index> declared = IndexDiff.of(schema, here);
    for (Index index : declared) {
      List<Index> equals = equals(index, sql);
      if (equals.isEmpty()) {
        missing(index);
      } else if (equals.stream().noneMatch(other -> other.name().equals(index.name()))
          && declared.stream().filter(other -> !equals(other, equals).isEmpty()).count() == 1 && equals.size() == 1) {
        found.add(Drift.differs(Kind.NAME, name(), index.name(), index.origin().place(),
            equals.getFirst().origin().place(), equals.getFirst().name(), index.name()));
      }
    }
    for (Index index : sql) {
      boolean wanted = declared.stream().anyMatch(other -> same(index, other, false));
      if (!wanted && isExpressible(index) && !isOldKey(index)) {
        found.add(Drift.onlyMigrations(Kind.INDEX, name(), index.name(), index.origin().place(),
            here.origin().place()));
      }
    }
  }

  /** The equal ones: with an equal predicate where there are such. */
  private List<Index> equals(Index index, List<Index> sql) {
    List<Index> exact = sql.stream().filter(other -> same(other, index, true)).toList();
    return exact.isEmpty() ? sql.stream().filter(other -> same(other, index, false)).toList() : exact;
  }

  /** One over a column that is missing has its finding there. */
  private void missing(Index index) {
    boolean told = there.isComplete() && index.columns().map(here::names)
        .filter(columns -> columns.stream().allMatch(c -> there.column(c).isPresent())).isPresent();
    if (told) {
      found.add(Drift.onlySchema(Kind.INDEX, name(), index.name(), index.origin().place()));
    }
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
