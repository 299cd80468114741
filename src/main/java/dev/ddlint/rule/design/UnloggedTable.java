package dev.ddlint.rule.design;

import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.Persistence;
import dev.ddlint.ir.TableAction;
import dev.ddlint.print.Compose;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TablePlace;
import dev.ddlint.text.Span;
import java.util.Set;

/** A table without a write-ahead log: a crash empties it. */
@Rule("unlogged-table")
@Concerns(Effect.DATA_LOSS)
public final class UnloggedTable implements SchemaRule {
  /** What may be lost by its name. */
  private static final Set<String> PASSING = Set.of("cache", "cached", "staging", "stage", "tmp", "temp", "temporary",
      "scratch", "import", "buffer");

  @Override
  public void check(Schema schema, Findings findings) {
    for (Table table : schema.tables()) {
      boolean passing = NameWords.singular(table.name()).stream().anyMatch(PASSING::contains);
      if (table.persistence() == Persistence.UNLOGGED && table.kind() != Table.Kind.PARTITION && !passing
          && !schema.catalog().isUncertain(table)) {
        report(table, findings);
      }
    }
  }

  private static void report(Table table, Findings findings) {
    findings.report(TablePlace.of(table)).about(Subject.of(table))
        .says("a crash empties `%s`, and no standby has its rows", table.displayName())
        .fact("why", "an UNLOGGED table writes no WAL, so that the server truncates it when it recovers")
        .instead(Advice.of(Advice.Kind.STAGED, "before the table grows: it is rewritten",
            SqlPrinter.print(Compose.alter(Compose.object(table.schema(), table.name()),
                new TableAction.SetLogged(true, Span.NONE)))));
  }
}
