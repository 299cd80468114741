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
import java.util.List;
import java.util.Optional;

/** An index or key that names a column twice. */
@Rule("duplicate-column-in-index")
@Concerns(Effect.DATA_FAILURE)
public final class DuplicateColumnInIndex implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    for (Table table : schema.tables()) {
      if (table.kind() != Table.Kind.PARTITION) {
        schema.catalog().indexesOf(table)
            .forEach(index -> twice(index).ifPresent(column -> report(table, index, column, findings)));
      }
    }
  }

  /** Twice with another operator class is another key: one for sorting, one for LIKE. */
  private static Optional<Integer> twice(Index index) {
    List<Index.Key> keys = index.keys();
    for (int i = 1; i < keys.size(); i++) {
      Index.Key key = keys.get(i);
      boolean before = keys.subList(0, i).stream().anyMatch(other -> other.column().equals(key.column())
          && other.operatorClass().equals(key.operatorClass()) && other.collation().equals(key.collation()));
      if (before && key.column().isPresent()) {
        return key.column();
      }
    }
    return Optional.empty();
  }

  private static void report(Table table, Index index, int column, Findings findings) {
    String name = table.names(List.of(column)).get(0);
    boolean key = table.constraints(Constraint.Key.class).stream().anyMatch(k -> k.index().equals(index.id()));
    Findings.Report report = findings.report(index.origin().place()).about(Subject.keys(table, index));
    if (key) {
      report.says("`%s` names `%s` twice: the statement fails", index.name(), name)
          .fact("fails", "always (42701): a column stands in a key once");
    } else {
      report.says("`%s` holds `%s` twice: it is larger and finds nothing more", index.name(), name)
          .fact("why", "most often another column was meant");
    }
  }
}
