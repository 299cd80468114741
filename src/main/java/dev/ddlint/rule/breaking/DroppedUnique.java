package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.Expression;
import dev.ddlint.parse.tree.Tree;
import dev.ddlint.parse.tree.TreeReader;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.On;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A unique constraint or index goes and none takes its place: duplicates get in, ON CONFLICT fails. */
@Rule("dropped-unique")
@Concerns({Effect.CLIENT_BREAK, Effect.SCHEMA_STATE})
@On({Change.ConstraintDropped.class, Change.IndexDropped.class})
public final class DroppedUnique implements ChangeRule<Change> {

  @Override
  public void check(Change change, Context at, Findings findings) {
    switch (change) {
      case Change.ConstraintDropped dropped -> constraint(dropped, at, findings);
      case Change.IndexDropped dropped -> dropped.index().filter(Index::unique)
          .ifPresent(index -> dropped.table().ifPresent(table -> gone(table, index,
              Subject.of(index), index.name(), dropped.span(), at, findings)));
      default -> {
      }
    }
  }

  private static void constraint(Change.ConstraintDropped dropped, Context at, Findings findings) {
    dropped.constraint().filter(Constraint.Key.class::isInstance).map(Constraint.Key.class::cast)
        .filter(key -> !key.primary())
        .flatMap(key -> at.before().catalog().index(key.index()))
        .ifPresent(index -> gone(dropped.table(), index, Subject.constraint(dropped.table(), dropped.name()),
            dropped.name(), dropped.span(), at, findings));
  }

  private static void gone(Table table, Index index, ObjectPath object, String name, Span span, Context at,
      Findings findings) {
    Optional<Table> after = at.day().after().catalog().table(table.id());
    boolean madeHere = index.origin().migration() == at.before().migration();
    boolean columnsGone = after.filter(t -> index.columns().orElse(List.of()).stream()
        .anyMatch(number -> t.column(number).isEmpty())).isPresent();
    if (!at.isOld(table) || after.isEmpty() || madeHere || columnsGone || isReplaced(index, after.get(), at)
        || NameTaken.byAnother(table, at)) {
      return;
    }
    String columns = keys(index, table);
    Findings.Report report = findings.report(span).about(object);
    rewritten(index, after.get(), at).ifPresentOrElse(
        other -> report.says("without `%s`, upserts into `%s` on (%s) fail: `%s` has another expression", name,
            table.displayName(), columns, other.name()),
        () -> report.says("without `%s`, `%s` takes duplicates of (%s) and upserts on it fail", name,
            table.displayName(), columns));
    report.fact("why", "ON CONFLICT (%s) in running code finds no unique index to match (42P10)", columns)
        .related(index.origin().place(), "`%s` was made here", name)
        .instead(new Advice(Advice.Kind.STAGED, List.of(
            new Advice.Step("first",
                List.of("-- deploy code that does without ON CONFLICT (" + columns + ") and can read duplicates")),
            new Advice.Step("then", List.of(at.statement().span().of(at.file().text()) + ";")))));
    partial(index, after.get(), at).ifPresent(
        other -> report.fact("left", "`%s` is unique over the same columns, but only where %s", other.name(),
            other.predicate().orElseThrow().text()));
  }

  /** The columns and expressions, as ON CONFLICT names them. */
  private static String keys(Index index, Table table) {
    return String.join(", ", index.keys().stream().map(key -> key.column()
        .map(number -> String.join("", table.names(List.of(number))))
        .orElseGet(() -> key.expression().map(Expression::text).orElse(""))).toList());
  }

  /** A unique index with the same columns and as many expressions, which are written in another way. */
  private static Optional<Index> rewritten(Index index, Table after, Context at) {
    return index.columns().isPresent()
        ? Optional.empty()
        : at.day().after().catalog().indexesOf(after).stream()
            .filter(other -> other.unique() && other.predicate().isEmpty() && !other.id().equals(index.id()))
            .filter(other -> other.keys().stream().map(Index.Key::column).toList()
                .equals(index.keys().stream().map(Index.Key::column).toList()))
            .findFirst();
  }

  /** A unique index over the same columns for fewer rows. */
  private static Optional<Index> partial(Index index, Table after, Context at) {
    return at.day().after().catalog().indexesOf(after).stream()
        .filter(other -> other.unique() && other.predicate().isPresent() && sameKeys(index, other)).findFirst();
  }

  /** Another unique index over the same columns for at least the same rows. */
  private static boolean isReplaced(Index index, Table after, Context at) {
    return at.day().after().catalog().indexesOf(after).stream()
        .filter(other -> other.unique() && !other.id().equals(index.id()))
        .filter(other -> sameKeys(index, other)).anyMatch(other -> holdsAllOf(other, index));
  }

  /** Whether the rows of one index are all in the other: each condition of the other is one of its own. */
  private static boolean holdsAllOf(Index other, Index index) {
    return other.predicate().isEmpty() || conditions(index).containsAll(conditions(other));
  }

  private static List<?> conditions(Index index) {
    return index.predicate().map(predicate -> TreeReader.expression(predicate).<List<?>>map(Tree::conjuncts)
        .orElseGet(() -> List.of(predicate.text()))).orElse(List.of());
  }

  private static boolean sameKeys(Index a, Index b) {
    boolean columns = a.columns().isPresent() && b.columns().isPresent()
        && Set.copyOf(a.columns().get()).equals(Set.copyOf(b.columns().get()));
    return columns || texts(a).equals(texts(b));
  }

  private static List<String> texts(Index index) {
    return index.keys().stream().map(key -> key.column().map(String::valueOf)
        .orElseGet(() -> key.expression().map(Expression::text).orElse(""))).toList();
  }
}
