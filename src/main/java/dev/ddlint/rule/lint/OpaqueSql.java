package dev.ddlint.rule.lint;

import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.DoBlock;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.StatementRule;
import dev.ddlint.text.Span;

/** SQL that is composed while it runs: what it does is not in the file. */
@Rule("opaque-sql")
@Concerns(Effect.RUN)
public final class OpaqueSql implements StatementRule<DoBlock> {

  @Override
  public void check(DoBlock block, Context at, Findings findings) {
    if (block.dynamic().isEmpty()) {
      return;
    }
    Span first = block.dynamic().get(0);
    int more = block.dynamic().size() - 1;
    findings.report(first).about(ObjectPath.statement(first.of(at.file().text())))
        .says("this SQL is composed while it runs%s: what it does is not judged",
            more > 0 ? ", as are " + more + " more in the block" : "")
        .fact("why", "the tables that the block names count as changed in some way from here on");
  }
}
