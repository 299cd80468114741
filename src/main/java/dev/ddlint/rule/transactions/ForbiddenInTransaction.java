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
import java.util.List;

/** A statement that PostgreSQL refuses in a transaction block stands in one. */
@Rule("forbidden-in-transaction")
@Concerns(Effect.RUN)
public final class ForbiddenInTransaction implements StatementRule<Statement> {

  @Override
  public void check(Statement statement, Context at, Findings findings) {
    if (statement instanceof DoBlock block) {
      block.statements().stream().map(DoBlock.Embedded::statement).filter(Physics::forbiddenInTransaction)
          .forEach(inside -> report(inside, "a DO block always runs in a transaction", at, findings));
    } else if (Physics.forbiddenInTransaction(statement) && at.transaction().answer() == Answer.INSIDE) {
      report(statement, at.transaction().reason(), at, findings);
    }
  }

  private static void report(Statement statement, String reason, Context at, Findings findings) {
    String command = command(statement);
    findings.report(statement.span()).says("%s fails: it cannot run inside a transaction", command)
        .about(new ObjectPath("statement", name(statement, command))).fact("fails", "always (25001)")
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
