package dev.ddlint.rule.prisma;

import dev.ddlint.prisma.PrismaProblem;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.PrismaRule;
import dev.ddlint.rule.Rule;

/** A Prisma schema that Prisma itself refuses: no client is made and nothing is migrated. */
@Rule("prisma-schema-error")
@Concerns(Effect.RUN)
public final class PrismaSchemaError implements PrismaRule {

  @Override
  public void check(Written schema, Findings findings) {
    schema.problems().stream().filter(problem -> problem.kind() != PrismaProblem.Kind.ATTRIBUTE)
        .forEach(problem -> Refused.report(problem, findings));
  }
}
