package dev.ddlint.rule.prisma;

import dev.ddlint.prisma.PrismaProblem;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.PrismaRule;
import dev.ddlint.rule.Rule;

/** An attribute that Prisma does not know: it refuses the whole schema. */
@Rule("unknown-prisma-attribute")
@Concerns(Effect.RUN)
public final class UnknownPrismaAttribute implements PrismaRule {

  @Override
  public void check(Written schema, Findings findings) {
    schema.problems().stream().filter(problem -> problem.kind() == PrismaProblem.Kind.ATTRIBUTE)
        .forEach(problem -> Refused.report(problem, findings));
  }
}
