package dev.ddlint.rule.prisma;

import dev.ddlint.finding.ObjectPath;
import dev.ddlint.parse.prisma.Assignment;
import dev.ddlint.parse.prisma.ConfigBlock;
import dev.ddlint.parse.prisma.Datasource;
import dev.ddlint.parse.prisma.Expression;
import dev.ddlint.parse.prisma.Generator;
import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.PrismaRule;
import dev.ddlint.rule.Rule;
import dev.ddlint.text.Place;
import java.util.List;
import java.util.Optional;

/** Settings that the version of Prisma in use has given up. */
@Rule("deprecated-prisma-syntax")
@Concerns(Effect.RUN)
public final class DeprecatedPrismaSyntax implements PrismaRule {

  /**
   * A setting that came to its end.
   *
   * @param value the value that is meant; any where empty
   */
  private record Ended(boolean datasource, String key, Optional<String> value, int since, String instead) {

    boolean is(Assignment assignment) {
      return assignment.key().text().equals(key)
          && value.map(v -> assignment.value() instanceof Expression.StringLiteral s && s.value().equals(v))
              .orElse(true);
    }
  }

  private static final String CONFIG = "write it into prisma.config.ts";
  private static final List<Ended> ENDED = List.of(
      new Ended(true, "url", Optional.empty(), 7, CONFIG), new Ended(true, "directUrl", Optional.empty(), 7, CONFIG),
      new Ended(true, "shadowDatabaseUrl", Optional.empty(), 7, CONFIG),
      new Ended(true, "referentialIntegrity", Optional.empty(), 5, "write `relationMode`"),
      new Ended(false, "provider", Optional.of("prisma-client-js"), 7,
          "write `provider = \"prisma-client\"` with an `output`"),
      new Ended(false, "engineType", Optional.of("binary"), 7, "remove it"),
      new Ended(false, "engineType", Optional.of("library"), 7, "remove it"));

  @Override
  public void check(Written schema, Findings findings) {
    Optional<Integer> version = schema.version().get();
    if (version.isEmpty()) {
      return;
    }
    for (PrismaFile file : schema.files()) {
      file.blocks(Datasource.class).forEach(block -> check(block, true, file, version.get(), findings));
      file.blocks(Generator.class).forEach(block -> check(block, false, file, version.get(), findings));
    }
  }

  private static void check(ConfigBlock block, boolean datasource, PrismaFile file, int version, Findings findings) {
    for (Assignment assignment : block.assignments()) {
      ENDED.stream().filter(e -> e.datasource() == datasource && version >= e.since() && e.is(assignment))
          .forEach(ended -> findings.report(new Place(file.file(), assignment.span()))
              .about(new ObjectPath("prisma", ended.key()))
              .says("`%s` belongs to Prisma before %s, and this project uses %s", assignment.key(), ended.since(),
                  version)
              .fact("help", "%s", ended.instead()));
    }
  }
}
