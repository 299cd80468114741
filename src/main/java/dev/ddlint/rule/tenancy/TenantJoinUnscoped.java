package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Change.RowsWritten;
import dev.ddlint.catalog.predicate.Tables;
import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.ir.DataStatement;
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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Rows of one tenant are joined to rows of another. */
@Rule("tenant-join-unscoped")
@Concerns(Effect.TENANCY)
@TakesIn("tenant-data-unscoped")
public final class TenantJoinUnscoped implements ChangeRule<RowsWritten> {

  /** Two tables of tenants that a statement joins without saying that the tenant is the same. */
  private record Pair(Keyed one, Keyed other) {}

  @Override
  public void check(RowsWritten written, Context at, Findings findings) {
    if (!reads(written.statement())) {
      return;
    }
    TreeReader.data(written.statement()).filter(tree -> mayMeet(tree, at, written.table().schema()))
        .ifPresent(tree -> at.tenants().model()
            .ifPresent(model -> unlinked(tree, new KeyColumns(model, at.before().catalog(), written.table().schema()))
                .filter(pair -> !at.isNew(pair.one().table()) && !at.isNew(pair.other().table()))
                .ifPresent(pair -> report(written, pair, model, findings))));
  }

  /** Whether two tables are joined that may hold tenants. */
  private static boolean mayMeet(DataTree tree, Context at, String near) {
    List<Source> own = new ArrayList<>(List.of(tree.target()));
    own.addAll(tree.sources());
    return areTwo(own, at, near) || tree.query().stream().flatMap(query -> query.branches().stream())
        .anyMatch(branch -> areTwo(branch.sources(), at, near));
  }

  private static boolean areTwo(List<Source> sources, Context at, String near) {
    return sources.size() > 1
        && sources.stream().flatMap(source -> Tables.of(at.before().catalog(), source, near).stream())
            .filter(at.day().possibleKeys()::hasOneOf).count() > 1;
  }

  /** Whether the statement can read a table besides its own; most data statements are not even parsed. */
  private static boolean reads(DataStatement statement) {
    return switch (statement.kind()) {
      case UPDATE, DELETE -> true;
      case INSERT -> statement.text().text().toLowerCase(Locale.ROOT)
          .contains("select");
      default -> false;
    };
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
    if (keyed.size() < 2) {
      return Optional.empty();
    }
    Set<String> reached = new TenantLinks(sources, keyed, conditions).from(keyed.get(0).alias());
    return keyed.stream().filter(other -> !reached.contains(other.alias())).findFirst()
        .map(other -> new Pair(keyed.get(0), other));
  }

  private static void report(RowsWritten written, Pair pair, TenantModel model, Findings findings) {
    findings.report(written.statement().target().map(target -> target.span()).orElse(written.span()))
        .about(Subject.of(written.table()))
        .says("rows of `%s` meet rows of `%s` that may be another tenant's", pair.one().table().displayName(),
            pair.other().table().displayName())
        .fact("why", "no condition says `%s.%s = %s.%s`", pair.one().alias(), pair.one().key(), pair.other().alias(),
            pair.other().key());
  }
}
