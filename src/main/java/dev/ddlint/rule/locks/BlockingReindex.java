package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.Maintenance;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.physics.Effects;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.StatementRule;
import java.util.List;
import java.util.stream.Collectors;

/** REINDEX of tables in use: writes wait, and so do queries that could use the index. */
@Rule("blocking-reindex")
@Concerns(Effect.LOCK)
public final class BlockingReindex implements StatementRule<Maintenance> {

  @Override
  public void check(Maintenance statement, Context at, Findings findings) {
    // REINDEX SYSTEM, which reads as another kind, has no concurrent form.
    if (statement.kind() != Maintenance.Kind.REINDEX || statement.concurrently()
        || statement.target() == ObjectKind.OTHER) {
      return;
    }
    Effects effects = at.step().effects();
    List<Table> tables = effects.work().tables();
    if (!tables.isEmpty() && tables.stream().allMatch(at::isNew)) {
      return;
    }
    boolean one = statement.target() == ObjectKind.TABLE || statement.target() == ObjectKind.INDEX;
    String names = statement.objects().stream().map(ObjectName::toString).collect(Collectors.joining(", "));
    String object = statement.target().words() + (names.isEmpty() ? "" : " `" + names + "`");
    findings.report(statement.span()).about(new ObjectPath(statement.target().words(), names))
        .says("reindexing %s blocks writes, and reads that could use an index, until it is done", object)
        .effects(one ? effects : Effects.none(effects.source()))
        .instead(new Advice(Advice.Kind.SAME_END, List.of(new Advice.Step(at.transaction().wayOut(),
            List.of(SqlPrinter.print(statement.withConcurrently()))))));
  }
}
