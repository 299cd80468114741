package dev.ddlint.rule.indexes;

import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
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
    return index.valid() && index.method().equals("btree") && index.predicate().isEmpty()
        && index.keys().stream().allMatch(Index.Key::isPlain);
  }

  /** Whether the other index begins with the same columns; two equal ones are another rule's. */
  private static boolean serves(Index other, Index index) {
    if (other.id().equals(index.id()) || !isPlain(other)) {
      return false;
    }
    List<Integer> mine = index.columns().orElse(List.of());
    List<Integer> theirs = other.columns().orElse(List.of());
    boolean prefix = theirs.size() >= mine.size() && !mine.isEmpty() && theirs.subList(0, mine.size()).equals(mine);
    boolean carries = Set.copyOf(other.include()).containsAll(index.include()) || theirs.containsAll(index.include());
    boolean twin = theirs.size() == mine.size() && !other.unique()
        && Set.copyOf(other.include()).equals(Set.copyOf(index.include()));
    return prefix && carries && !twin;
  }

  private static void report(Schema schema, Table table, Index index, Index other, Findings findings) {
    Findings.Report report = findings.report(index.origin().place())
        .about(Subject.keys(table, index))
        .says("`%s` slows every write to `%s` and serves nothing that `%s` does not", index.name(), table.displayName(),
            other.name())
        .fact("why", "%s (%s) begins with the same columns%s", other.name(),
            String.join(", ", table.names(other.columns().orElse(List.of()))), other.unique() ? " and is unique" : "")
        .related(other.origin().place(), "`%s` is made here", other.name());
    report.instead(IndexRemoval.advice(schema, table, index));
  }
}
