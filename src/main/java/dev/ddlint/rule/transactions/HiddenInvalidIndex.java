package dev.ddlint.rule.transactions;

import dev.ddlint.finding.Advice;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.Drop;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.StatementRule;
import dev.ddlint.rule.Step;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** CREATE INDEX CONCURRENTLY IF NOT EXISTS: after a build that failed it takes the broken index for the finished one. */
@Rule("hidden-invalid-index")
@Concerns(Effect.RUN)
public final class HiddenInvalidIndex implements StatementRule<CreateIndex> {

  @Override
  public void check(CreateIndex statement, Context at, Findings findings) {
    if (!statement.concurrently() || !statement.ifNotExists() || statement.name().isEmpty()
        || isDroppedBefore(statement, at) || isLookedFor(statement, at)) {
      return;
    }
    String name = statement.name().get().name();
    ObjectName index = new ObjectName(statement.table().schema(), name, Span.NONE);
    CreateIndex again = new CreateIndex(statement.name(), statement.table(), statement.unique(), true, false,
        statement.only(), statement.method(), statement.keys(), statement.include(), statement.nullsNotDistinct(),
        statement.predicate(), statement.options(), statement.tablespace(), statement.concurrentlyAt(),
        statement.span());
    Drop.Target target = new Drop.Target(index, Optional.empty(), Optional.empty(), Span.NONE);
    Drop drop = new Drop(ObjectKind.INDEX, List.of(target), true, true, false, Span.NONE, Span.NONE);
    findings.report(statement.span()).about(new ObjectPath("index", index.toString()))
        .says("IF NOT EXISTS skips `%s` when an earlier build failed and left it invalid", name)
        .instead(new Advice(Advice.Kind.SAME_END, List.of(
            new Advice.Step(at.transaction().wayOut(), List.of(SqlPrinter.print(drop))),
            new Advice.Step("then the same way", List.of(SqlPrinter.print(again))))));
  }

  /** The migration asks the server itself what is invalid, before. */
  private static boolean isLookedFor(CreateIndex statement, Context at) {
    return at.day().steps().stream().map(step -> step.statement().span())
        .filter(span -> span.start() < statement.span().start())
        .anyMatch(span -> at.file().text(span).contains("indisvalid"));
  }

  private static boolean isDroppedBefore(CreateIndex statement, Context at) {
    return at.day().steps().stream().map(Step::statement)
        .filter(other -> other.span().start() < statement.span().start())
        .anyMatch(other -> other instanceof Drop drop && drop.kind() == ObjectKind.INDEX && drop.targets().stream()
            .anyMatch(target -> target.name().name().equals(statement.name().orElseThrow().name())));
  }
}
