package dev.ddlint.engine;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.State;
import dev.ddlint.config.Configuration;
import dev.ddlint.project.Found;
import dev.ddlint.project.PrismaSchema;
import dev.ddlint.project.Selection;
import dev.ddlint.rule.RuleIndex;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A run over every project that was found, one after another. */
public final class Linter {

  private Linter() {}

  /** Lints what was found. */
  public static Result lint(Found found, RuleIndex index, Configuration configuration) throws InterruptedException {
    ActiveRules rules = new ActiveRules(index, configuration);
    Precedence precedence = new Precedence(rules.entries());
    Ignores ignores = new Ignores(configuration.ignores(), index, LocalDate::now);
    Overrides overrides = new Overrides(configuration, index);
    Tally tally = new Tally();
    tally.problems(found.problems());
    tally.notices(found.notices());
    tally.notices(ignores.expired());
    List<ProjectLinter> projects = found.selections().stream()
        .map(selection -> new ProjectLinter(selection, index, rules, configuration, tally)).toList();
    for (int i = 0; i < projects.size(); i++) {
      // The next project is read while the rules speak of this one; not more of them, for memory's sake.
      projects.subList(i, Math.min(i + 2, projects.size())).forEach(ProjectLinter::start);
      projects.get(i).lint(precedence).stream().filter(finding -> !ignores.silence(finding))
          .flatMap(finding -> overrides.apply(finding).stream()).forEach(tally::finding);
    }
    return tally.result();
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
      State state = new ProjectLinter(unreported, RuleIndex.none(), none, configuration, tally).start().migrations();
      Optional<PrismaSchema> schema = selection.project().schema();
      if (selection.project().migrations().isEmpty() && schema.isPresent()) {
        PrismaLinter prisma = PrismaLinter.read(schema.get());
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
