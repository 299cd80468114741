package dev.ddlint.rule;

import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.prisma.PrismaProblem;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A rule about a Prisma schema as it is written. */
public interface PrismaRule {

  /** Reports what is wrong with the schema, or nothing; each finding names its place. */
  void check(Written schema, Findings findings);

  /**
   * The files of one schema.
   *
   * @param problems what Prisma would refuse, one a cause
   * @param version the major version of Prisma that the project uses, where its package.json tells; looked for when asked
   */
  record Written(List<PrismaFile> files, List<PrismaProblem> problems, Supplier<Optional<Integer>> version) {}
}
