package dev.ddlint.rule.transactions;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.Statement;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.MigrationRule;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Step;
import java.util.List;
import java.util.stream.Stream;

/** A statement outside of a transaction that fails when the migration is run again after a later one has failed. */
@Rule("not-rerunnable")
@Concerns(Effect.RUN)
public final class NotRerunnable implements MigrationRule {

  @Override
  public void check(Day day, Findings findings) {
    List<Step> alone = day.steps().stream()
        .filter(step -> step.transaction().answer() == Context.Reach.Answer.OUTSIDE).toList();
    // The last one is not done when it has failed.
    for (int i = 0; i + 1 < alone.size(); i++) {
      Statement statement = alone.get(i).statement();
      List<Statement> before = alone.subList(0, i).stream().map(Step::statement).toList();
      new Repetition(statement, before).failure().ifPresent(failure -> {
        Findings.Report report = findings.report(statement.span())
            .about(new ObjectPath("statement", failure.object()))
            .says("run again after a later statement failed, this one fails: %s", failure.why())
            .instead(new Advice(Advice.Kind.SAME_END, List.of(new Advice.Step("in a migration of its own",
                Stream.concat(failure.remedy().map(remedy -> "-- or " + remedy).stream(),
                    Stream.of(statement.span().of(day.file().text()) + ";")).toList()))));
        MissingIfExists.fix(statement, before, day.file()).ifPresent(report::fix);
      });
    }
  }
}
