package dev.ddlint.rule.transactions;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.DoBlock;
import dev.ddlint.ir.Drop;
import dev.ddlint.ir.Maintenance;
import dev.ddlint.ir.OtherStatement;
import dev.ddlint.ir.Statement;
import dev.ddlint.physics.Physics;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Context.Reach.Answer;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.StatementRule;
import dev.ddlint.rule.TakesIn;
import java.util.List;

/** A statement that PostgreSQL refuses in a transaction block stands in one. */
@Rule("forbidden-in-transaction")
@Concerns(Effect.RUN)
@TakesIn("hidden-invalid-index")
public final class ForbiddenInTransaction implements StatementRule<Statement> {

  @Override
  public void check(Statement statement, Context at, Findings findings) {
    if (statement instanceof DoBlock block) {
      block.statements().stream().filter(inside -> Physics.forbiddenInTransaction(inside.statement()))
          .forEach(inside -> report(inside.statement(), "a DO block always runs in a transaction",
              isSure(inside) ? "always" : "whenever this branch is taken", at, findings));
    } else if (Physics.forbiddenInTransaction(statement) && at.transaction().answer() == Answer.INSIDE) {
      report(statement, at.transaction().reason(), "always", at, findings);
    }
  }

  private static boolean isSure(DoBlock.Embedded inside) {
    return switch (inside.condition()) {
      case ALWAYS, GUARDED -> true;
      case CONDITIONAL, HANDLER -> false;
    };
  }

  private static void report(Statement statement, String reason, String when, Context at, Findings findings) {
    String command = command(statement);
    findings.report(statement.span())
        .says("%s fails: it cannot run inside a transaction", command)
        .about(new ObjectPath("statement", name(statement, command))).fact("fails", "%s (25001)", when)
        .fact("why", "%s", reason)
        .instead(new Advice(Advice.Kind.SAME_END, List.of(new Advice.Step(at.transaction().wayOut(),
            List.of(statement.span().of(at.file().text()) + ";")))));
  }

  private static String command(Statement statement) {
    return switch (statement) {
      case CreateIndex s -> "CREATE INDEX CONCURRENTLY";
      case Drop s -> "DROP " + s.kind().sql() + (s.concurrently() ? " CONCURRENTLY" : "");
      case AlterTable s -> "DETACH PARTITION CONCURRENTLY";
      case Maintenance s -> s.kind() + (s.concurrently() ? " CONCURRENTLY" : "");
      case OtherStatement s -> s.command();
      default -> "this statement";
    };
  }

  private static String name(Statement statement, String command) {
    return switch (statement) {
      case CreateIndex s -> s.name().map(n -> n.name()).orElse(command);
      case Drop s -> s.targets().get(0).name().toString();
      case AlterTable s -> s.name().toString();
      default -> command;
    };
  }
}
