package dev.ddlint.catalog.predicate;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Table;
import dev.ddlint.parse.tree.Query;
import dev.ddlint.parse.tree.Tree;
import dev.ddlint.parse.tree.Tree.Operator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which columns of a row a predicate ties to who the session is: {@code team_id IN (SELECT ...)}, {@code owner = me}. */
public final class Bonds {
  private final RowColumns row;
  private final Identity identity;

  /**
   * What is tied.
   *
   * @param all the predicate does not depend on the row, or holds for none: nothing gets past it
   */
  public record Bond(boolean all, Set<String> columns) {
    private static final Bond NONE = new Bond(false, Set.of());
    private static final Bond ALL = new Bond(true, Set.of());

    public boolean ties(String column) {
      return all || columns.contains(column);
    }

    public boolean isNone() {
      return !all && columns.isEmpty();
    }

    private Bond and(Bond other) {
      Set<String> both = new LinkedHashSet<>(columns);
      both.addAll(other.columns);
      return new Bond((all || other.all) && both.isEmpty(), both);
    }

    private Bond or(Bond other) {
      if (all || other.all) {
        return all ? other : this;
      }
      Set<String> common = new HashSet<>(columns);
      common.retainAll(other.columns);
      return new Bond(false, common);
    }
  }

  public Bonds(Catalog catalog, Table table) {
    this.row = new RowColumns(catalog, table, table.name());
    this.identity = new Identity(catalog);
  }

  /** What holds of each row that the predicate admits. */
  public Bond of(Tree tree) {
    return switch (tree) {
      case Tree.And and -> and.parts().stream().map(this::of).reduce(Bond.NONE, Bond::and);
      case Tree.Or or -> or.parts().stream().map(this::of).reduce(Bond.ALL, Bond::or);
      case Tree.Truth truth -> truth.value() ? Bond.NONE : Bond.ALL;
      case Tree.Null none -> Bond.ALL;
      case Tree.Select select when Helpers.isPlain(select.query()) -> of(select.query().outputs().get(0));
      default -> row.in(tree).isEmpty() ? withoutRow(tree) : withRow(tree);
    };
  }

  /**
   * A condition on the session alone, such as being an administrator, opens what it is meant to open; to be logged in is
   * no such condition.
   */
  private Bond withoutRow(Tree tree) {
    return identity.mayBeAsked(tree) && !Identity.isLogin(tree) ? Bond.ALL : Bond.NONE;
  }

  private Bond withRow(Tree tree) {
    return switch (tree) {
      case Tree.Compare compare -> compare(compare);
      case Tree.In in -> in.not() ? Bond.NONE : sides(in.left(), in.right());
      case Tree.Exists exists -> exists.not() || !identity.mayBeAsked(tree) ? Bond.NONE : columns(exists.query());
      case Tree.Not not -> Bond.NONE;
      case Tree.IsNull test -> Bond.NONE;
      default -> identity.mayBeAsked(tree) ? new Bond(false, row.in(tree)) : Bond.NONE;
    };
  }

  private Bond compare(Tree.Compare compare) {
    boolean equal = compare.operator() == Operator.EQUAL || compare.operator() == Operator.NOT_DISTINCT;
    return equal ? sides(compare.left(), compare.right()) : Bond.NONE;
  }

  /** A value of the row on one side, who the session is on the other. */
  private Bond sides(Tree left, Tree right) {
    Set<String> inLeft = row.in(left);
    Set<String> inRight = row.in(right);
    if (!inLeft.isEmpty() && !inRight.isEmpty()) {
      return identity.mayBeAsked(left) || identity.mayBeAsked(right)
          ? new Bond(false, inLeft).and(
              new Bond(false, inRight))
          : Bond.NONE;
    }
    Tree other = inLeft.isEmpty() ? left : right;
    return identity.mayBeAsked(other) ? new Bond(false, inLeft.isEmpty() ? inRight : inLeft) : Bond.NONE;
  }

  private Bond columns(Query query) {
    return new Bond(false, row.in(query).stream().collect(Collectors.toSet()));
  }
}
