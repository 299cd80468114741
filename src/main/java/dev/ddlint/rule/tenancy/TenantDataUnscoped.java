package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Change.RowsWritten;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint.Key;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.predicate.RowColumns;
import dev.ddlint.catalog.predicate.Tables;
import dev.ddlint.finding.Level;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.ir.DataStatement.Kind;
import dev.ddlint.parse.tree.DataTree;
import dev.ddlint.parse.tree.Query.Source;
import dev.ddlint.parse.tree.Tree;
import dev.ddlint.parse.tree.TreeReader;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A migration changes or deletes rows of all tenants at once. Of DELETE without WHERE another rule speaks. */
@Rule("tenant-data-unscoped")
@Concerns(Effect.TENANCY)
public final class TenantDataUnscoped implements ChangeRule<RowsWritten> {

  @Override
  public void check(RowsWritten written, Context at, Findings findings) {
    DataStatement statement = written.statement();
    boolean asked = statement.kind() == Kind.UPDATE || statement.kind() == Kind.DELETE;
    if (!asked || at.isNew(written.table())) {
      return;
    }
    // Who the tenants are takes long to find out, so it is asked last.
    TreeReader.data(statement).filter(tree -> reachesAny(written, tree, at)).ifPresent(tree -> at.tenants().model()
        .flatMap(model -> KeyColumns.key(written.table(), model))
        .ifPresent(key -> check(written, tree, key, at, findings)));
  }

  /** Whether rows of any tenant may be reached, if the statement does not ask for its key. */
  private static boolean reachesAny(RowsWritten written, DataTree tree, Context at) {
    Table table = written.table();
    RowColumns row = new RowColumns(at.before().catalog(), table, tree.target().alias());
    boolean delete = written.statement().kind() == Kind.DELETE;
    boolean all = delete && tree.conditions().isEmpty();
    return !all && !isNamed(tree, table) && !isListed(tree, table, at) && !isOfAKind(tree, row, table, at)
        && (delete || !isBackfill(tree, table, at) && !isOfTheShape(tree) && !isNewForm(tree, asked(tree, row)));
  }

  /** The columns of the table that the conditions ask for. */
  private static Set<String> asked(DataTree tree, RowColumns row) {
    Set<String> asked = new HashSet<>();
    tree.conditions().forEach(condition -> asked.addAll(row.in(condition)));
    return asked;
  }

  private static void check(RowsWritten written, DataTree tree, Column key, Context at, Findings findings) {
    Table table = written.table();
    RowColumns row = new RowColumns(at.before().catalog(), table, tree.target().alias());
    if (asked(tree, row).contains(key.name())) {
      return;
    }
    boolean delete = written.statement().kind() == Kind.DELETE;
    boolean joined = !tree.sources().isEmpty() && !isRowByRow(tree, table);
    findings.report(written.statement().target().map(target -> target.span()).orElse(written.span()))
        .about(Subject.of(table)).level(delete || joined ? Level.WARNING : Level.NOTE)
        .says("rows of every tenant in `%s` are %s: nothing asks for `%s`", table.displayName(),
            delete ? "deleted" : "changed", key.name())
        .fact("why", "what is meant for one tenant reaches all; if all are meant, say so in the suppression");
  }

  /** Rows of one kind, and what lacks a value: every tenant has some. */
  private static boolean isOfAKind(DataTree tree, RowColumns row, Table table, Context at) {
    List<String> asked = tree.conditions().stream().flatMap(condition -> condition.conjuncts().stream())
        .filter(condition -> !(condition instanceof Tree.IsNull)).flatMap(condition -> row.in(condition).stream())
        .toList();
    return tree.sources().isEmpty() && !asked.isEmpty() && asked.stream().allMatch(name -> table.column(name)
        .filter(column -> KindColumns.isOne(column, at.before().catalog())).isPresent());
  }

  /** Rows named by their identity are somebody's own. */
  private static boolean isNamed(DataTree tree, Table table) {
    List<Integer> identity = table.primaryKey().map(Key::columns).orElse(List.of());
    return identity.size() == 1 && tree.conditions().stream()
        .anyMatch(condition -> isNamed(condition, table.names(identity).get(0)));
  }

  /** Chosen by a list that the migration made: each entry is one row, and that somebody's. */
  private static boolean isListed(DataTree tree, Table table, Context at) {
    return tree.sources().stream().anyMatch(list -> isMadeHere(list, table, at) && tree.conditions().stream()
        .anyMatch(condition -> condition instanceof Tree.Compare c && c.operator() == Tree.Operator.EQUAL
            && (isListed(c.left(), list) || isListed(c.right(), list))));
  }

  private static boolean isMadeHere(Source list, Table table, Context at) {
    return Tables.of(at.before().catalog(), list, table.schema()).filter(at.before()::isNew).isPresent();
  }

  private static boolean isListed(Tree side, Source list) {
    return side instanceof Tree.Column column && column.qualifier().filter(list.alias()::equals).isPresent();
  }

  /** Joined to what was computed for each row by itself. */
  private static boolean isRowByRow(DataTree tree, Table table) {
    List<Integer> identity = table.primaryKey().map(Key::columns).orElse(List.of());
    return identity.size() == 1 && tree.conditions().stream()
        .anyMatch(condition -> condition instanceof Tree.Compare c && c.operator() == Tree.Operator.EQUAL
            && (isOwn(c.left(), tree, table.names(identity).get(0))
                || isOwn(c.right(), tree, table.names(identity).get(0))));
  }

  private static boolean isOwn(Tree side, DataTree tree, String identity) {
    return side instanceof Tree.Column column && column.name().equals(identity)
        && column.qualifier().filter(tree.target().alias()::equals).isPresent();
  }

  private static boolean isNamed(Tree condition, String identity) {
    return switch (condition) {
      case Tree.Compare c -> c.operator() == Tree.Operator.EQUAL && isColumn(c.left(), identity)
          && c.right() instanceof Tree.Literal;
      case Tree.In in -> !in.not() && isColumn(in.left(), identity) && in.right() instanceof Tree.Values v
          && v.values().stream().allMatch(Tree.Literal.class::isInstance);
      default -> false;
    };
  }

  private static boolean isColumn(Tree tree, String name) {
    return tree instanceof Tree.Column column && column.name().equals(name);
  }

  /** No condition asks for a value: which rows are meant hangs on their shape, as in any tenant's. */
  private static boolean isOfTheShape(DataTree tree) {
    return tree.sources().isEmpty()
        && tree.conditions().stream().noneMatch(condition -> condition.holds(Tree.Literal.class::isInstance));
  }

  /** Columns are brought into another form, chosen by what they hold themselves. */
  private static boolean isNewForm(DataTree tree, Set<String> asked) {
    Set<String> set = tree.assignments().stream().map(DataTree.Assignment::column).collect(Collectors.toSet());
    return tree.sources().isEmpty() && set.containsAll(asked);
  }

  /** A column that is new gets its first values, or all rows get the same: that is for all tenants. */
  private static boolean isBackfill(DataTree tree, Table table, Context at) {
    boolean constant = tree.assignments().stream().map(DataTree.Assignment::value)
        .allMatch(v -> v instanceof Tree.Literal || v instanceof Tree.Truth || v instanceof Tree.Null);
    boolean missing = tree.assignments().stream().anyMatch(set -> tree.conditions().stream().anyMatch(
        c -> c.holds(part -> part instanceof Tree.IsNull test && !test.not() && isColumn(test.of(), set.column()))));
    boolean young = tree.assignments().stream().allMatch(set -> isYoung(table.column(set.column()), table, at));
    return constant || missing || young;
  }

  /** Added in this migration or the one before it, to a table that was there. */
  private static boolean isYoung(Optional<Column> column, Table table, Context at) {
    return column.map(c -> c.origin().migration()).filter(made -> made >= at.before().migration() - 1
        && made > table.origin().migration()).isPresent();
  }
}
