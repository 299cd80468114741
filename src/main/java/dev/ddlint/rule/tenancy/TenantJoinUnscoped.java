package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Change.RowsWritten;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.TenantModel;
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
import dev.ddlint.rule.TakesIn;
import dev.ddlint.rule.tenancy.KeyColumns.Keyed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of one tenant are joined to rows of another. */
@Rule("tenant-join-unscoped")
@Concerns({Effect.TENANCY,
    Effect.DATA_LOSS})
@TakesIn("tenant-data-unscoped")
public final class TenantJoinUnscoped implements ChangeRule<RowsWritten> {

  /** Two tables of tenants that a statement joins without saying that the tenant is the same. */
  private record Pair(Keyed one, Keyed other) {}

  @Override
  public void check(RowsWritten written, Context at, Findings findings) {
    at.tenants().model().ifPresent(model -> TreeReader.data(written.statement())
        .flatMap(tree -> unlinked(tree, new KeyColumns(model, at.before().catalog(), written.table().schema())))
        .filter(pair -> !at.isNew(pair.one().table()) && !at.isNew(pair.other().table()))
        .ifPresent(pair -> report(written, pair, model, findings)));
  }

  private static Optional<Pair> unlinked(DataTree tree, KeyColumns keys) {
    List<Source> sources = new ArrayList<>(List.of(tree.target()));
    sources.addAll(tree.sources());
    Optional<Pair> own = tree.sources().isEmpty() ? Optional.empty() : unlinked(sources, tree.conditions(), keys);
    return own.or(() -> tree.query().stream().flatMap(query -> query.branches().stream())
        .flatMap(branch -> unlinked(branch.sources(), branch.conditions(), keys).stream()).findFirst());
  }

  private static Optional<Pair> unlinked(List<Source> sources, List<Tree> conditions, KeyColumns keys) {
    List<Keyed> keyed = sources.stream().flatMap(source -> keys.of(source).stream()).toList();
    Links links = new Links(conditions, keys.catalog());
    for (int i = 1; i < keyed.size(); i++) {
      Keyed other = keyed.get(i);
      List<Keyed> before = keyed.subList(0, i);
      if (before.stream().noneMatch(one -> links.hold(one, other))) {
        return Optional.of(new Pair(keyed.get(0), other));
      }
    }
    return Optional.empty();
  }

  private static void report(RowsWritten written, Pair pair, TenantModel model, Findings findings) {
    findings.report(written.statement().target().map(target -> target.span()).orElse(written.span()))
        .about(Subject.of(written.table()))
        .says("rows of `%s` meet rows of `%s` that may be another tenant's", pair.one().table().displayName(),
            pair.other().table().displayName())
        .fact("why", "no condition says `%s.%s = %s.%s`", pair.one().alias(), pair.one().key(), pair.other().alias(),
            pair.other().key());
  }

  /** What the conditions say of two tables: that their tenants are equal, or that one's foreign key names the other. */
  private record Links(List<Tree> conditions, Catalog catalog) {

    boolean hold(Keyed one, Keyed other) {
      return one.table().id().equals(other.table().id()) && one.alias().equals(other.alias())
          || conditions.stream().anyMatch(c -> c instanceof Tree.Compare compare
              && (links(compare.left(), compare.right(), one, other)
                  || links(compare.right(), compare.left(), one, other)));
    }

    private boolean links(Tree left, Tree right, Keyed one, Keyed other) {
      return left instanceof Tree.Column a && right instanceof Tree.Column b && isOf(a, one) && isOf(b, other)
          && (a.name().equals(one.key()) && b.name().equals(other.key()) || names(a, one, b, other)
              || names(b, other, a, one));
    }

    private static boolean isOf(Tree.Column column, Keyed keyed) {
      return column.qualifier().map(keyed.alias()::equals)
          .orElseGet(() -> keyed.table().column(column.name()).isPresent());
    }

    /** A foreign key, or a column that is named for the table, on the other's identity. */
    private static boolean names(Tree.Column from, Keyed one, Tree.Column to, Keyed other) {
      boolean identity = other.table().primaryKey().map(key -> other.table().names(key.columns()))
          .filter(List.of(to.name())::equals).isPresent();
      return identity && (isDeclared(from, one.table(), other.table())
          || one.table().id().equals(other.table().id())
          || from.name().toLowerCase(java.util.Locale.ROOT).endsWith("id"));
    }

    private static boolean isDeclared(Tree.Column from, Table one, Table other) {
      return one.column(from.name()).filter(column -> one.constraints(ForeignKey.class).stream()
          .anyMatch(key -> key.target().equals(other.id()) && key.columns().contains(column.number()))).isPresent();
    }
  }
}
