package dev.ddlint.rule.indexes;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.SoftDelete;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;
import java.util.Optional;

/** An index on the mark of deleted rows, which nearly all rows share. */
@Rule("plain-soft-delete-index")
@Concerns(Effect.SCHEMA_STATE)
@TakesIn({"low-cardinality-index", "redundant-index"})
public final class PlainSoftDeleteIndex implements SchemaRule {
  @Override
  public void check(Schema schema, Findings findings) {
    for (Table table : schema.tables()) {
      if (table.kind() != Table.Kind.PARTITION) {
        schema.catalog().indexesOf(table).stream().filter(index -> index.predicate().isEmpty() && !index.unique())
            .forEach(index -> mark(table, index).ifPresent(mark -> report(schema, table, index, mark, findings)));
      }
    }
  }

  private static Optional<Column> mark(Table table, Index index) {
    return index.columns().filter(columns -> columns.size() == 1).flatMap(columns -> table.column(columns.get(0)))
        .filter(SoftDelete::marks);
  }

  private static void report(Schema schema, Table table, Index index, Column mark, Findings findings) {
    findings.report(index.origin().place()).about(Subject.keys(table, index))
        .says("`%s` finds nearly all rows: most of `%s` is not deleted", index.name(), table.displayName())
        .fact("use", "an index over what is searched, WHERE %s%s", SoftDelete.alive(mark),
            schema.isPrisma() ? ", written in the migration" : "");
  }
}
