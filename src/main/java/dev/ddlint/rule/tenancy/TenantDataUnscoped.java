package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Change.RowsWritten;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint.Key;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.predicate.RowColumns;
import dev.ddlint.finding.Level;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.ir.DataStatement.Kind;
import dev.ddlint.parse.tree.DataTree;
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
import java.util.Set;

/** A migration changes or deletes rows of all tenants at once. Of DELETE without WHERE another rule speaks. */
@Rule("tenant-data-unscoped")
@Concerns(Effect.TENANCY)
public final class TenantDataUnscoped implements ChangeRule<RowsWritten> {

  @Override
  public void check(RowsWritten written, Context at, Findings findings) {
    DataStatement statement = written.statement();
    boolean asked = statement.kind() == Kind.UPDATE || statement.kind() == Kind.DELETE;
    if (!asked || at.isNew(written.table()) || !at.day().possibleKeys().hasOneOf(written.table())) {
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
    boolean delete = written.statement().kind() == Kind.DELETE;
    return !(delete && tree.conditions().isEmpty()) && !isNamed(tree, table)
        && !new MeantForAll(tree, table, at).holds(delete);
  }

  private static void check(RowsWritten written, DataTree tree, Column key, Context at, Findings findings) {
    Table table = written.table();
    RowColumns row = new RowColumns(at.before().catalog(), table, tree.target().alias());
    Set<String> asked = new HashSet<>();
    tree.conditions().forEach(condition -> asked.addAll(row.in(condition)));
    if (asked.contains(key.name())) {
      return;
    }
    boolean delete = written.statement().kind() == Kind.DELETE;
    boolean joined = !tree.sources().isEmpty();
    findings.report(written.statement().target().map(target -> target.span()).orElse(written.span()))
        .about(Subject.of(table)).level(delete || joined ? Level.WARNING : Level.NOTE)
        .says("rows of every tenant in `%s` are %s: nothing asks for `%s`", table.displayName(),
            delete ? "deleted" : "changed", key.name())
        .fact("why", "what is meant for one tenant reaches all; if all are meant, say so in the suppression");
  }

  /** Rows named by their identity, or matched by it with what was computed for each, are somebody's own. */
  private static boolean isNamed(DataTree tree, Table table) {
    List<Integer> identity = table.primaryKey().map(Key::columns).orElse(List.of());
    return identity.size() == 1 && tree.conditions().stream().flatMap(condition -> condition.conjuncts().stream())
        .anyMatch(condition -> isNamed(condition, table.names(identity).get(0), tree.target().alias()));
  }

  private static boolean isNamed(Tree condition, String identity, String alias) {
    return switch (condition) {
      case Tree.Compare c -> c.operator() == Tree.Operator.EQUAL && (isColumn(c.left(), identity, alias)
          || isColumn(c.right(), identity, alias));
      case Tree.In in -> !in.not() && isColumn(in.left(), identity, alias);
      default -> false;
    };
  }

  private static boolean isColumn(Tree tree, String name, String alias) {
    return tree instanceof Tree.Column column && column.name().equals(name)
        && column.qualifier().map(alias::equals).orElse(true);
  }
}
