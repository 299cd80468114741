package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.predicate.RowColumns;
import dev.ddlint.catalog.predicate.Tables;
import dev.ddlint.parse.tree.DataTree;
import dev.ddlint.parse.tree.Query.Source;
import dev.ddlint.parse.tree.Tree;
import dev.ddlint.rule.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether an UPDATE or DELETE shows by itself that the rows of all tenants are meant, or those of a list. */
final class MeantForAll {
  private final DataTree tree;
  private final Table table;
  private final Context at;

  MeantForAll(DataTree tree, Table table, Context at) {
    this.tree = tree;
    this.table = table;
    this.at = at;
  }

  boolean holds(boolean delete) {
    return isListed() || tree.sources().isEmpty() && isOfAKind()
        || !delete && (isBackfill() || tree.sources().isEmpty() && (isOfTheShape() || isNewForm()));
  }

  /** Chosen by a list that the migration made: each entry is one row, and that somebody's. */
  private boolean isListed() {
    return tree.sources().stream().anyMatch(list -> isMadeHere(list) && tree.conditions().stream()
        .anyMatch(condition -> condition instanceof Tree.Compare c && c.operator() == Tree.Operator.EQUAL
            && (isOf(list, c.left()) || isOf(list, c.right()))));
  }

  private boolean isMadeHere(Source list) {
    return Tables.of(at.before().catalog(), list, table.schema()).filter(at.before()::isNew).isPresent();
  }

  private static boolean isOf(Source list, Tree side) {
    return side instanceof Tree.Column column && column.qualifier().filter(list.alias()::equals).isPresent();
  }

  /** Rows of one kind, and what lacks a value: every tenant has some. */
  private boolean isOfAKind() {
    return !tree.conditions().isEmpty() && asked().stream().allMatch(name -> table.column(name)
        .filter(column -> KindColumns.isOne(column, at.before().catalog())).isPresent());
  }

  /** The columns that the conditions ask for a value. */
  private List<String> asked() {
    RowColumns row = new RowColumns(at.before().catalog(), table, tree.target().alias());
    return tree.conditions().stream().flatMap(condition -> condition.conjuncts().stream())
        .filter(condition -> !(condition instanceof Tree.IsNull))
        .flatMap(condition -> row.in(condition).stream()).toList();
  }

  /** No condition asks for a value: which rows are meant hangs on their shape, as in any tenant's. */
  private boolean isOfTheShape() {
    return tree.conditions().stream().noneMatch(condition -> condition.holds(Tree.Literal.class::isInstance));
  }

  /** Columns are brought into another form, chosen by what they hold themselves. */
  private boolean isNewForm() {
    Set<String> set = tree.assignments().stream().map(DataTree.Assignment::column).collect(Collectors.toSet());
    return set.containsAll(asked());
  }

  /** A column that is new gets its first values, or all rows get the same. */
  private boolean isBackfill() {
    boolean constant = tree.assignments().stream().map(DataTree.Assignment::value)
        .allMatch(v -> v instanceof Tree.Literal || v instanceof Tree.Truth || v instanceof Tree.Null);
    boolean missing = tree.assignments().stream().anyMatch(set -> tree.conditions().stream()
        .anyMatch(condition -> condition.holds(part -> part instanceof Tree.IsNull test && !test.not()
            && test.of() instanceof Tree.Column column && column.name().equals(set.column()))));
    return constant || missing
        || tree.assignments().stream().allMatch(set -> isYoung(table.column(set.column())));
  }

  /** Added in this migration or the one before it, to a table that was there. */
  private boolean isYoung(Optional<Column> column) {
    return column.map(c -> c.origin().migration()).filter(made -> made >= at.before().migration() - 1
        && made > table.origin().migration()).isPresent();
  }
}
