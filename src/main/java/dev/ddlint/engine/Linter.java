package dev.ddlint.engine;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.State;
import dev.ddlint.catalog.tenancy.Tenancy;
import dev.ddlint.config.Configuration;
import dev.ddlint.project.Found;
import dev.ddlint.project.PrismaSchema;
import dev.ddlint.project.Selection;
import dev.ddlint.rule.RuleIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A run over every project that was found, one after another. */
public final class Linter {

  private Linter() {}

  /** Lints what was found. */
  public static Result lint(Found found, RuleIndex index, Configuration configuration) throws InterruptedException {
    return lint(found, index, configuration, LocalDate::now);
  }

  /** @param today on which a comment with a last day holds or not */
  static Result lint(Found found, RuleIndex index, Configuration configuration, Supplier<LocalDate> today)
      throws InterruptedException {
    ActiveRules rules = new ActiveRules(index, configuration);
    Tally tally = new Tally();
    tally.problems(found.problems());
    tally.notices(found.notices());
    tally.testData(found.testData());
    Shared run = new Shared(index, rules, new Precedence(rules.entries()), configuration, tally, today);
    Verdict verdict = new Verdict(run);
    List<ProjectLinter> projects = found.selections().stream().map(selection -> new ProjectLinter(selection, run))
        .toList();
    List<Judged> judged = new ArrayList<>();
    try (Checks checks = new Checks()) {
      for (int i = 0; i < projects.size(); i++) {
        // The next project is read while this one is folded, and the rules speak of the one before; not more of them, for
        // memory's sake.
        projects.subList(i, Math.min(i + 2, projects.size())).forEach(ProjectLinter::start);
        projects.get(i).fold(checks);
        if (i > 0) {
          judged.add(projects.get(i - 1).judge(verdict));
        }
      }
      if (!projects.isEmpty()) {
        judged.add(projects.get(projects.size() - 1).judge(verdict));
      }
    }
    Copies.toldOnce(judged).forEach(verdict::on);
    verdict.close();
    return tally.result();
  }

  /** A folded schema, with what is known of its tenants. */
  public record Tenants(Catalog catalog, Tenancy tenancy) {}

  /** What is known of the tenants of each project, by the project's name; what is configured counts. */
  public static Map<String, Tenants> tenants(Found found, Configuration configuration, List<String> problems)
      throws InterruptedException {
    Map<String, Tenants> tenants = new LinkedHashMap<>();
    fold(found, configuration, problems).forEach((name, catalog) -> tenants.put(name,
        new Tenants(catalog, Tenancy.of(catalog, SchemaAudit.configured(configuration)))));
    return tenants;
  }

  /**
   * What the migrations under report lock and do to a server.
   *
   * @param problems takes what could not be read
   */
  public static List<Impact> impact(Found found, Configuration configuration, List<String> problems)
      throws InterruptedException {
    ActiveRules none = new ActiveRules(RuleIndex.none(), configuration);
    List<Impact> impacts = new ArrayList<>();
    for (Selection selection : found.selections()) {
      Tally tally = new Tally();
      Shared run = new Shared(RuleIndex.none(), none, new Precedence(List.of()), configuration, tally, LocalDate::now);
      impacts.addAll(new ProjectLinter(selection, run).start().impact());
      problems.addAll(tally.problems());
    }
    return impacts;
  }

  /**
   * The folded catalogs of what was found: one a project, by name. A project without migrations gives its Prisma
   * schema's.
   *
   * @param problems takes what could not be read
   */
  public static Map<String, Catalog> fold(Found found, Configuration configuration, List<String> problems)
      throws InterruptedException {
    ActiveRules none = new ActiveRules(RuleIndex.none(), configuration);
    Map<String, Catalog> catalogs = new LinkedHashMap<>();
    for (Selection selection : found.selections()) {
      Tally tally = new Tally();
      Selection unreported = new Selection(selection.project(), Set.of());
      Shared run = new Shared(RuleIndex.none(), none, new Precedence(List.of()), configuration, tally, LocalDate::now);
      State state = new ProjectLinter(unreported, run).start().migrations();
      Optional<PrismaSchema> schema = selection.project().schema();
      if (selection.project().migrations().isEmpty() && schema.isPresent()) {
        PrismaLinter prisma = PrismaLinter.read(schema.get(), selection.unsaved(), false);
        tally.problems(prisma.problems());
        state = prisma.state();
      }
      problems.addAll(tally.problems());
      String name = selection.project().name();
      // Two histories may share a folder; neither may take the other's place.
      catalogs.put(catalogs.containsKey(name) ? name + " (" + selection.project().layout().title() + ")" : name,
          state.catalog());
    }
    return catalogs;
  }
}
