package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.ConstraintValidated;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.finding.Advice;
import dev.ddlint.print.Compose;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.SharedTransaction;
import dev.ddlint.rule.Step;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;
import dev.ddlint.text.Place;
import java.util.List;
import java.util.Optional;

/** VALIDATE CONSTRAINT in the transaction that added the constraint: the lock that NOT VALID spares is still held. */
@Rule("validating-in-same-transaction")
@Concerns({Effect.LOCK, Effect.SCAN})
@TakesIn("work-under-lock")
public final class ValidatingInSameTransaction implements ChangeRule<ConstraintValidated> {

  @Override
  public void check(ConstraintValidated validated, Context at, Findings findings) {
    Optional<Constraint> waiting = validated.constraint().filter(constraint -> !constraint.validated());
    if (waiting.isEmpty() || at.isNew(validated.table())) {
      return;
    }
    Place added = waiting.get().origin().place();
    boolean together = waiting.get().origin().migration() == at.before().migration()
        && SharedTransaction.of(at.day()).stream()
            .anyMatch(shared -> holds(shared, added) && holds(shared, new Place(at.file(), validated.span())));
    if (!together) {
      return;
    }
    String table = validated.table().displayName();
    boolean key = waiting.get() instanceof Constraint.ForeignKey;
    findings.report(validated.span()).about(Subject.constraint(validated.table(), validated.name()))
        .says("validating `%s` here blocks %s of `%s`: adding it locked the table until commit", validated.name(),
            key ? "writes" : "all reads and writes", table)
        .effects(at.effects()).fact("why", "%s", at.transaction().reason()).related(added, "added here, and locked")
        .instead(new Advice(Advice.Kind.SAME_END, List.of(new Advice.Step(at.transaction().next(),
            List.of(SqlPrinter.print(Compose.alter(
                Compose.object(validated.table().schema(), validated.table().name()),
                Compose.validate(validated.name()))))))));
  }

  private static boolean holds(SharedTransaction shared, Place clause) {
    return shared.steps().stream()
        .anyMatch(step -> step.file() == clause.file() && step.statement().span().contains(clause.span()));
  }
}
