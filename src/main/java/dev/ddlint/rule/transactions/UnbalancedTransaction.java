package dev.ddlint.rule.transactions;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Level;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.Transaction;
import dev.ddlint.ir.Transaction.Kind;
import dev.ddlint.physics.Physics;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Context.Reach.Answer;
import dev.ddlint.rule.Context.Reach.Opener;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.StatementRule;
import dev.ddlint.rule.Step;
import java.util.List;

/** A BEGIN or COMMIT without its other half, or inside a transaction that is open already. */
@Rule("unbalanced-transaction")
@Concerns(Effect.RUN)
public final class UnbalancedTransaction implements StatementRule<Transaction> {

  @Override
  public void check(Transaction statement, Context at, Findings findings) {
    switch (statement.kind()) {
      case BEGIN, START -> begins(statement, at, findings);
      case COMMIT, ROLLBACK, PREPARE -> ends(statement, at, findings);
      case SAVEPOINT, RELEASE, ROLLBACK_TO, COMMIT_PREPARED, ROLLBACK_PREPARED -> {
      }
    }
  }

  private static void begins(Transaction statement, Context at, Findings findings) {
    if (at.before().inTransaction()) {
      report(statement, at, findings).says("this %s begins nothing: the script has opened a transaction already",
          word(statement)).instead(advice("in this migration", "-- leave it out, or end the first transaction before"));
    } else if (isTools(at)) {
      report(statement, at, findings)
          .says("%s inside the tool's own transaction: the COMMIT that follows ends that one early", word(statement))
          .fact("why", "%s", at.transaction().reason())
          .instead(advice("in this migration", "-- leave BEGIN and COMMIT out: the tool sends its own"));
    } else if (isNeverEnded(at)) {
      report(statement, at, findings)
          .says("%s without COMMIT: what follows is rolled back, or keeps its locks", word(statement))
          .instead(advice("at the end of this migration", "COMMIT;"));
    }
  }

  private static void ends(Transaction statement, Context at, Findings findings) {
    if (at.before().inTransaction()) {
      return;
    }
    if (isTools(at)) {
      report(statement, at, findings).level(makesRoom(at) ? Level.WARNING : Level.ERROR)
          .says("%s ends the tool's own transaction: what follows is not undone when it fails", word(statement))
          .fact("why", "%s", at.transaction().reason())
          .instead(advice(at.transaction().wayOut(), "-- what must not run in the tool's transaction"));
    } else {
      report(statement, at, findings).says("%s without BEGIN: no transaction of this script is open", word(statement))
          .instead(advice("in this migration", "-- begin with BEGIN, or leave " + word(statement) + " out"));
    }
  }

  private static boolean isTools(Context at) {
    return at.transaction().answer() == Answer.INSIDE && at.transaction().opener() == Opener.TOOL;
  }

  /** What follows must not run in a transaction, or not under its locks, and the tool may offer no other way out. */
  private static boolean makesRoom(Context at) {
    return at.day().steps().stream().map(Step::statement)
        .filter(other -> other.span().start() > at.statement().span().start())
        .anyMatch(other -> Physics.forbiddenInTransaction(other) || other instanceof AlterTable alter
            && alter.actions().stream().anyMatch(TableAction.ValidateConstraint.class::isInstance));
  }

  private static boolean isNeverEnded(Context at) {
    return at.day().steps().stream()
        .filter(step -> step.statement().span().start() >= at.statement().span().start())
        .allMatch(step -> step.after().inTransaction());
  }

  private static Findings.Report report(Transaction statement, Context at, Findings findings) {
    return findings.report(statement.span()).about(new ObjectPath("migration", at.day().migration().version()));
  }

  private static String word(Transaction statement) {
    return switch (statement.kind()) {
      case START -> "START TRANSACTION";
      case PREPARE -> "PREPARE TRANSACTION";
      default -> statement.kind().name();
    };
  }

  private static Advice advice(String when, String line) {
    return new Advice(Advice.Kind.SAME_END, List.of(new Advice.Step(when, List.of(line))));
  }
}
