package dev.ddlint.rule.indexes;

import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.Expression;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An index whose work another one does: it costs every write and serves no query better. */
@Rule("redundant-index")
@Concerns(Effect.SCHEMA_STATE)
public final class RedundantIndex implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    for (Table table : schema.tables()) {
      if (table.kind() != Table.Kind.PARTITION && !schema.catalog().isUncertain(table)) {
        check(schema, table, findings);
      }
    }
  }

  private static void check(Schema schema, Table table, Findings findings) {
    List<Index> indexes = schema.catalog().indexesOf(table);
    for (Index index : indexes) {
      Optional<Index> other = indexes.stream().filter(o -> serves(o, index)).findFirst();
      if (isPlain(index) && !index.unique() && index.constraint().isEmpty() && other.isPresent()) {
        report(schema, table, index, other.get(), findings);
      }
    }
  }

  private static boolean isPlain(Index index) {
    return isWhole(index) && index.keys().stream().allMatch(Index.Key::isPlain);
  }

  private static boolean isWhole(Index index) {
    return index.valid() && index.method().equals("btree") && index.predicate().isEmpty();
  }

  /** Whether the other index begins with the same columns; two equal ones are another rule's. */
  private static boolean serves(Index other, Index index) {
    if (other.id().equals(index.id()) || !isWhole(other) || !begins(other.keys(), index.keys())) {
      return false;
    }
    List<Integer> theirs = other.keys().stream().flatMap(key -> key.column().stream()).toList();
    boolean carries = Set.copyOf(other.include()).containsAll(index.include()) || theirs.containsAll(index.include());
    boolean twin = other.keys().size() == index.keys().size() && !other.unique()
        && Set.copyOf(other.include()).equals(Set.copyOf(index.include()));
    return carries && !twin;
  }

  /** What follows the same columns may be an expression, or in another order. */
  private static boolean begins(List<Index.Key> longer, List<Index.Key> keys) {
    if (keys.isEmpty() || longer.size() < keys.size()) {
      return false;
    }
    for (int i = 0; i < keys.size(); i++) {
      if (!longer.get(i).isPlain() || !longer.get(i).column().equals(keys.get(i).column())) {
        return false;
      }
    }
    return true;
  }

  private static void report(Schema schema, Table table, Index index, Index other, Findings findings) {
    Findings.Report report = findings.report(index.origin().place())
        .about(Subject.keys(table, index))
        .says("`%s` slows every write to `%s` and serves nothing that `%s` does not", index.name(), table.displayName(),
            other.name())
        .fact("why", "%s (%s) begins with the same columns%s", other.name(),
            String.join(", ", other.keys().stream().map(key -> shown(table, key)).toList()),
            other.unique() ? " and is unique" : "")
        .related(other.origin().place(), "`%s` is made here", other.name());
    report.instead(IndexRemoval.advice(schema, table, index));
  }

  private static String shown(Table table, Index.Key key) {
    return key.column().map(column -> table.names(List.of(column)).get(0))
        .or(() -> key.expression().map(Expression::text)).orElse("?");
  }
}
