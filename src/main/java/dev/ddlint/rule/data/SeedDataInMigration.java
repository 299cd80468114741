package dev.ddlint.rule.data;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.DataStatement;
import dev.ddlint.parse.ValueRows;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Option;
import dev.ddlint.rule.Options;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import java.util.List;

/** Many rows written out in a migration: data of an application, not of the schema. */
@Rule("seed-data-in-migration")
@Concerns(Effect.RUN)
@Option(name = "rows", kind = Option.Kind.NUMBER, value = "20", says = "How many rows of one INSERT are too many.")
public final class SeedDataInMigration implements ChangeRule<Change.RowsWritten> {
  private static final int FEW_COLUMNS = 5;
  private final int rows;

  public SeedDataInMigration(Options options) {
    this.rows = options.number("rows");
  }

  @Override
  public void check(Change.RowsWritten written, Context at, Findings findings) {
    Table table = written.table();
    if (written.statement().kind() != DataStatement.Kind.INSERT || table.isTemporary() || isLookup(table, at)) {
      return;
    }
    int literal = ValueRows.count(written.statement().text());
    if (literal <= rows) {
      return;
    }
    findings.report(written.span()).about(Subject.of(table))
        .says("%d rows of `%s` are written out: every database that runs the migrations gets them", literal,
            table.displayName())
        .instead(new Advice(Advice.Kind.NONE,
            List.of(new Advice.Step("instead", List.of("-- a seed script for the databases that want the rows")))));
  }

  /** A small table that others refer to: its rows belong to the schema. */
  private static boolean isLookup(Table table, Context at) {
    return table.isComplete() && table.columns().size() <= FEW_COLUMNS
        && table.constraints(Constraint.ForeignKey.class).isEmpty()
        && !at.day().after().catalog().referencing(table).isEmpty();
  }
}
