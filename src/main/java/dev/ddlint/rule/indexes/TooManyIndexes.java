package dev.ddlint.rule.indexes;

import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Option;
import dev.ddlint.rule.Options;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import java.util.List;

/** A table with so many indexes that each write is slow. */
@Rule("too-many-indexes")
@Concerns(Effect.SCHEMA_STATE)
@Option(name = "max", kind = Option.Kind.NUMBER, value = "8", says = "How many indexes a table may have, keys included.")
public final class TooManyIndexes implements SchemaRule {
  private final int max;

  public TooManyIndexes(Options options) {
    this.max = options.number("max");
  }

  @Override
  public void check(Schema schema, Findings findings) {
    for (Table table : schema.tables()) {
      List<Index> indexes = schema.catalog().indexesOf(table);
      if (indexes.size() > max && table.kind() != Table.Kind.PARTITION) {
        report(table, indexes, findings);
      }
    }
  }

  /** At the one that was made last: that is the one to think about. */
  private void report(Table table, List<Index> indexes, Findings findings) {
    Index last = indexes.getLast();
    findings.report(last.origin().place()).about(Subject.of(table))
        .says("each insert into `%s` writes %d indexes, this one included", table.displayName(), indexes.size())
        .fact("why", "more than %d is much: an update of an indexed column writes all of them too", max);
  }
}
