package dev.ddlint.rule.tenancy;

import dev.ddlint.parse.tree.Query.Source;
import dev.ddlint.parse.tree.Tree;
import dev.ddlint.rule.tenancy.KeyColumns.Keyed;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which sources of a statement have rows of one tenant: their keys are equal, or one names a row of the other by its
 * identity. A row that is named is one row, whoever names it.
 */
record TenantLinks(List<Source> sources, List<Keyed> keyed, List<Tree> conditions) {

  /** A column of one of the sources. */
  private record At(String alias, String column, Optional<Keyed> table) {

    boolean isKey() {
      return table.filter(t -> t.key().equals(column)).isPresent();
    }

    boolean isIdentity() {
      return table.flatMap(t -> t.table().primaryKey().map(key -> t.table().names(key.columns())))
          .filter(List.of(column)::equals).isPresent();
    }

    boolean isNamedForOne() {
      return column.toLowerCase(Locale.ROOT).endsWith("id");
    }
  }

  /** The aliases that belong to the tenant of the given one. */
  Set<String> from(String alias) {
    Set<String> reached = new HashSet<>(Set.of(alias));
    boolean more = true;
    while (more) {
      more = conditions.stream().filter(Tree.Compare.class::isInstance).map(Tree.Compare.class::cast)
          .map(compare -> grow(compare, reached)).reduce(false, Boolean::logicalOr);
    }
    return reached;
  }

  private boolean grow(Tree.Compare compare, Set<String> reached) {
    Optional<At> left = at(compare.left());
    Optional<At> right = at(compare.right());
    boolean links = compare.operator() == Tree.Operator.EQUAL && left.isPresent() && right.isPresent()
        && links(left.get(), right.get());
    boolean touches = links && (reached.contains(left.get().alias()) || reached.contains(right.get().alias()));
    return touches && (reached.add(left.get().alias()) | reached.add(right.get().alias()));
  }

  private static boolean links(At one, At other) {
    boolean keys = one.isKey() && other.isKey();
    boolean named = one.isIdentity() && other.isNamedForOne() || other.isIdentity() && one.isNamedForOne();
    boolean derived = (one.table().isEmpty() || other.table().isEmpty()) && one.isNamedForOne()
        && other.isNamedForOne();
    return keys || named || derived;
  }

  private Optional<At> at(Tree tree) {
    if (tree instanceof Tree.Path path && path.of() instanceof Tree.Column column && column.qualifier().isPresent()) {
      return Optional.of(new At(column.qualifier().get(), path.keys().get(path.keys().size() - 1), Optional.empty()));
    }
    if (!(tree instanceof Tree.Column column)) {
      return Optional.empty();
    }
    Optional<String> alias = column.qualifier().or(() -> keyed.stream()
        .filter(k -> k.table().column(column.name()).isPresent()).map(Keyed::alias).findFirst());
    return alias.filter(a -> sources.stream().anyMatch(source -> source.alias().equals(a)))
        .map(a -> new At(a, column.name(), keyed.stream().filter(k -> k.alias().equals(a)).findFirst()));
  }
}
