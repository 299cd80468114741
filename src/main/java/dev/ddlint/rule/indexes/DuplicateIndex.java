package dev.ddlint.rule.indexes;

import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;
import dev.ddlint.text.Order;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Two indexes over the same keys: each write pays twice, no query gains. */
@Rule("duplicate-index")
@Concerns(Effect.SCHEMA_STATE)
@TakesIn("redundant-index")
public final class DuplicateIndex implements SchemaRule {
  /** The one to keep first: what keeps the primary key, then a constraint, then uniqueness; then the older. */
  private static final Comparator<Index> WORTH = Order.by((Index i) -> !i.unique())
      .thenComparing(i -> i.constraint().isEmpty()).thenComparing(i -> i.id().value());

  @Override
  public void check(Schema schema, Findings findings) {
    for (Table table : schema.tables()) {
      if (table.kind() != Table.Kind.PARTITION && !schema.catalog().isUncertain(table)) {
        check(schema, table, findings);
      }
    }
  }

  private static void check(Schema schema, Table table, Findings findings) {
    List<Index> indexes = schema.catalog().indexesOf(table).stream()
        .filter(index -> index.valid() && !index.keys().isEmpty()).sorted(order(table)).toList();
    for (int i = 1; i < indexes.size(); i++) {
      Index index = indexes.get(i);
      Optional<Index> twin = indexes.subList(0, i).stream().filter(other -> isTwin(other, index)).findFirst();
      twin.filter(other -> isDroppable(table, index)).ifPresent(other -> report(schema, table, index, other, findings));
    }
  }

  private static Comparator<Index> order(Table table) {
    Optional<Constraint.Key> primary = table.primaryKey();
    return Order.by((Index index) -> primary.filter(key -> key.index().equals(index.id())).isEmpty())
        .thenComparing(WORTH);
  }

  private static boolean isTwin(Index kept, Index index) {
    boolean redundant = kept.unique() && !index.unique() && index.predicate().isEmpty()
        && index.method().equals("btree") && index.keys().stream().allMatch(Index.Key::isPlain);
    boolean nulls = !(kept.unique() && index.unique()) || kept.nullsNotDistinct() == index.nullsNotDistinct();
    return !redundant && nulls && kept.method().equals(index.method()) && sameKeys(kept.keys(), index.keys())
        && predicate(kept).equals(predicate(index))
        && Set.copyOf(kept.include()).equals(Set.copyOf(index.include()));
  }

  private static boolean sameKeys(List<Index.Key> a, List<Index.Key> b) {
    boolean same = a.size() == b.size();
    for (int i = 0; same && i < a.size(); i++) {
      same = sameKey(a.get(i), b.get(i));
    }
    return same;
  }

  private static boolean sameKey(Index.Key a, Index.Key b) {
    return a.column().equals(b.column()) && a.operatorClass().equals(b.operatorClass())
        && a.collation().equals(b.collation()) && a.descending() == b.descending() && a.nulls().equals(b.nulls())
        && a.expression().map(e -> folded(e.text())).equals(b.expression().map(e -> folded(e.text())));
  }

  private static Optional<String> predicate(Index index) {
    return index.predicate().map(where -> folded(where.text()));
  }

  /** Spaces and parentheses around the whole do not count; where case might matter, it is kept. */
  private static String folded(String expression) {
    String bare = expression.strip();
    while (bare.startsWith("(") && bare.indexOf(')') == bare.length() - 1) {
      bare = bare.substring(1, bare.length() - 1).strip();
    }
    boolean exact = bare.indexOf('\'') >= 0 || bare.indexOf('"') >= 0;
    return String.join(" ", (exact ? bare : bare.toLowerCase(Locale.ROOT)).split("\\s+"));
  }

  /** An exclusion constraint and one that is checked late are more than their index. */
  private static boolean isDroppable(Table table, Index index) {
    return index.constraint().isEmpty() || table.constraints(Constraint.Key.class).stream()
        .anyMatch(key -> key.index().equals(index.id()) && !key.deferral().deferrable());
  }

  private static void report(Schema schema, Table table, Index index, Index other, Findings findings) {
    findings.report(index.origin().place()).about(Subject.keys(table, index))
        .says("`%s` is the same index as `%s`: each write to `%s` pays for both", index.name(), other.name(),
            table.displayName())
        .fact("why", "same keys, same order, same method%s", index.predicate().isPresent() ? ", same WHERE" : "")
        .related(other.origin().place(), "`%s` is made here", other.name())
        .instead(IndexRemoval.advice(schema, table, index));
  }
}
