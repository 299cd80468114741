package dev.ddlint.rule.prisma;

import dev.ddlint.finding.ObjectPath;
import dev.ddlint.prisma.PrismaProblem;
import dev.ddlint.rule.Findings;

/** Says what Prisma would refuse. */
final class Refused {

  private Refused() {}

  static void report(PrismaProblem problem, Findings findings) {
    String name = problem.object().isEmpty() ? problem.message() : problem.object();
    Findings.Report report = findings.report(problem.place()).about(new ObjectPath("prisma", name))
        .says("%s", problem.message());
    problem.help().ifPresent(help -> report.fact("help", "%s", help));
    problem.other().ifPresent(other -> report.related(other, "the first one"));
  }
}
