package dev.ddlint.rule.data;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.parse.RowFilter;
import dev.ddlint.physics.Physics;
import dev.ddlint.print.Names;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Option;
import dev.ddlint.rule.Options;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.SharedTransaction;
import dev.ddlint.rule.Subject;
import java.util.List;
import java.util.Optional;

/** All rows of a table in use written, or read to be written elsewhere, in one statement. */
@Rule("unbatched-backfill")
@Concerns(Effect.REWRITE)
@Option(name = "small", kind = Option.Kind.NUMBER, value = "10000", says = "Tables of no more rows, as the statistics tell, are not reported.")
public final class UnbatchedBackfill implements ChangeRule<Change.RowsWritten> {
  private final int small;

  public UnbatchedBackfill(Options options) {
    this.small = options.number("small");
  }

  @Override
  public void check(Change.RowsWritten written, Context at, Findings findings) {
    switch (written.statement().kind()) {
      case UPDATE -> update(written, at, findings);
      case INSERT -> insert(written, at, findings);
      default -> {
      }
    }
  }

  private void update(Change.RowsWritten written, Context at, Findings findings) {
    Table table = written.table();
    if (!at.isOld(table) || isSmall(table, at) || !Physics.reachesAllRows(written, at.before())) {
      return;
    }
    Findings.Report report = findings.report(written.span()).about(Subject.of(table))
        .says("all rows of `%s` are written at once and stay locked until the transaction ends", table.displayName())
        .fact("why",
            "each row is written anew: writers of it wait, the table grows to twice its size, and replicas lag");
    SharedTransaction.closed(table, at).ifPresent(lock -> lock.tell(report));
    report.instead(new Advice(Advice.Kind.NONE, List.of(
        new Advice.Step("in this migration", List.of("-- only the change of the schema")),
        new Advice.Step("after it", List.of("-- the same UPDATE from a script, some thousand rows at a time: "
            + batch(table), "-- and each batch a transaction of its own")))));
  }

  private static String batch(Table table) {
    String key = table.primaryKey().filter(k -> k.columns().size() == 1)
        .map(k -> Names.of(table.names(k.columns()).get(0))).orElse("the key");
    return "AND " + key + " BETWEEN ... AND ...";
  }

  private void insert(Change.RowsWritten written, Context at, Findings findings) {
    Optional<Table> source = at.effects().work().tables().stream()
        .filter(table -> at.isOld(table) && table.kind() != Table.Kind.VIEW && !isSmall(table, at)).findFirst();
    source.filter(table -> isCopied(written)).ifPresent(table -> findings.report(written.span())
        .about(Subject.of(written.table()))
        .says("all rows of `%s` are copied to `%s` in one transaction", table.displayName(),
            written.table().displayName())
        .fact("why", "it runs as long as the table is large, and what the transaction locked before stays locked")
        .instead(new Advice(Advice.Kind.NONE, List.of(
            new Advice.Step("in this migration", List.of("-- only the change of the schema")),
            new Advice.Step("after it", List.of("-- the same INSERT from a script, some thousand rows at a time: "
                + batch(table), "-- and each batch a transaction of its own"))))));
  }

  private static boolean isCopied(Change.RowsWritten written) {
    RowFilter.Kind kind = RowFilter.of(written.statement()).kind();
    return kind == RowFilter.Kind.EVERY || kind == RowFilter.Kind.JOIN;
  }

  private boolean isSmall(Table table, Context at) {
    return at.settings().statistics().of(table).filter(size -> size.rows() <= small).isPresent();
  }
}
